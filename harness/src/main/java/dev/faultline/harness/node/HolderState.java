package dev.faultline.harness.node;

/** Implemented by the {@link Node#state() state} of a node that can hold a lock or a token, so that faults find the holder. */
public interface HolderState {
    /** Whether the node believes that it holds the lock. */
    boolean isHolder();
}
