package dev.faultline.harness.node;

/** Implemented by the {@link Node#state() state} of a node that can lead, so that faults and invariants find the leader. */
public interface LeaderState {
    /** Whether the node believes that it leads. */
    boolean isLeader();

    /** The term, epoch or ballot in which it believes so; 0 where the algorithm has none. */
    long term();
}
