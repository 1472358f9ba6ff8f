package dev.faultline.harness.fault;

import dev.faultline.harness.node.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A runtime's hands: what a fault may do to the nodes and links of a run. */
public interface FaultInjector {

    /** Every node, in order. */
    List<NodeId> nodes();

    /** The nodes of one role, in order. */
    Set<NodeId> nodes(String role);

    /** Whether the node is running; a paused node is. */
    boolean isUp(NodeId node);

    /** What the node last showed of itself, where the runtime can see it and the node is up. */
    Optional<Record> state(NodeId node);

    /**
     * Kills a node.
     *
     * @param afterEffects how many more effects (messages sent, records written or synced) it may have before it dies, so that
     *     a crash can fall inside a handler; 0 for at once. It dies within 20 ms in any case
     * @param keptUnsynced the share of its unsynced writes that survive, oldest first, 0 to 1
     */
    void crash(NodeId node, int afterEffects, double keptUnsynced);

    /** Boots a crashed node on the storage that it left. */
    void start(NodeId node);

    /** Freezes a node: it takes no step until {@link #resume}, and its clock runs on. */
    void pause(NodeId node);

    void resume(NodeId node);

    /** Drops what one node sends to another. Cuts are counted: as many mends undo them. */
    void cut(NodeId from, NodeId to);

    void mend(NodeId from, NodeId to);

    /** Disturbs the links between nodes, every one unless it says otherwise. Several disturbances add up. */
    void disturb(Disturbance disturbance);

    void calm(Disturbance disturbance);

    /**
     * Sets a node's wall clock wrong.
     *
     * @param offset added to its wall clock
     * @param rate how fast its clocks and timers run; 1 is right
     */
    void skew(NodeId node, Duration offset, double rate);

    /**
     * The nodes' machines.
     *
     * @throws UnsupportedOperationException where they have none to themselves; such a runtime lacks the capabilities for it
     */
    default Machines machines() {
        throw new UnsupportedOperationException("The nodes of this runtime have no machines to themselves.");
    }
}
