package dev.faultline.harness.runtime;

import dev.faultline.checkers.history.Event;
import dev.faultline.harness.node.NodeId;
import java.nio.file.Path;
import java.util.Optional;

/** Hears everything that happens in a run, in order. */
public interface Trace {

    /** A trace that nobody keeps; runtimes skip the work of describing events for it. */
    Trace NONE = event -> {};

    void on(TraceEvent event);

    /** An event was added to the history. */
    default void recorded(Event event) {}

    /** Where the nodes may leave their logs, when the run is recorded as it happens. */
    default Optional<Path> nodeLogs() {
        return Optional.empty();
    }

    /**
     * One thing that happened.
     *
     * @param step for {@code deliver} and {@code state}, the number of the event that the node handles, from 1; for
     *     everything else, how many events nodes have handled before
     * @param time nanoseconds since the run began
     * @param kind {@code start}, {@code send}, {@code deliver}, {@code drop}, {@code timeout}, {@code crash}, {@code pause},
     *     {@code resume}, {@code fault} or {@code state}
     * @param node where it happened, or {@code null} for a fault of the network
     * @param peer the other end of a message, or {@code null}
     * @param message the message's number in this run, or 0; a duplicate has the number of its original
     * @param what the message, the timeout's name, the new state, or a fault's value; or {@code null}
     */
    record TraceEvent(long step, long time, String kind, NodeId node, NodeId peer, long message, Object what) {}
}
