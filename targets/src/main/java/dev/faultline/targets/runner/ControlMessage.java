package dev.faultline.targets.runner;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import java.util.Map;

/**
 * What the harness and the runner of a node say to each other, in envelopes like any other, over the port that the node's peers
 * use too. The harness goes by the name {@link #HARNESS}.
 */
public sealed interface ControlMessage extends Message {
    /** The name of the harness in envelopes. */
    NodeId HARNESS = new NodeId("harness");

    /** Asks for a {@link NodeStatus} now and whenever it changes: a health probe, too. */
    record Watch() implements ControlMessage {}

    /** Asks for a {@link NodeState} after every event from now on that changes it. */
    record ShowStates() implements ControlMessage {}

    /**
     * A state of the node.
     *
     * @param kind the name of the record's class
     * @param json the record, as {@link RecordCodec} writes it
     */
    record NodeState(String kind, String json) implements ControlMessage {}

    /** Asks for a {@link Pong}. */
    record Ping() implements ControlMessage {}

    /** Answers {@link Ping} as soon as the node has handled what came before it. */
    record Pong() implements ControlMessage {}

    /**
     * The first thing that a node says on a connection to a peer. Through a proxy, a connection is made long before somebody listens
     * behind it, and what was said by then would be lost.
     */
    record Hello() implements ControlMessage {}

    /** Answers {@link Hello}: from here on the peer hears. */
    record Welcome() implements ControlMessage {}

    /**
     * What the harness may know of a running node.
     *
     * @param leader whether the node's state says that it leads; false for a node that cannot
     * @param term the term of that, or 0
     * @param holder whether the node's state says that it holds a lock or a token
     * @param steps how many events the node has handled since it booted
     * @param sentByType messages sent to other nodes since it booted, by the simple name of their type, counted as
     *     {@link dev.faultline.harness.runtime.MessageCounts} counts
     * @param sentTo the same messages, by receiver
     */
    record NodeStatus(
            boolean leader,
            long term,
            boolean holder,
            long steps,
            Map<String, Long> sentByType,
            Map<NodeId, Long> sentTo)
            implements ControlMessage {}

    /** Sets the node's clock wrong: {@code offsetNanos} is added to its wall clock, its clocks and timers run at {@code rate}. */
    record Skew(long offsetNanos, double rate) implements ControlMessage {}

    /** {@link Skew} is in force. */
    record Skewed() implements ControlMessage {}

    /**
     * Dies like in a power failure, at once or before the {@code afterEffects}-th effect from now; of the unsynced writes, the
     * share {@code kept} survives, oldest first, the last of it torn.
     */
    record Die(int afterEffects, double kept) implements ControlMessage {}

    /** A handler of the node threw; the node has stopped and its JVM ends. */
    record HandlerFailed(String explanation) implements ControlMessage {}

    /** Ends the JVM in good order. */
    record Stop() implements ControlMessage {}
}
