package dev.faultline.harness.fault;

import dev.faultline.harness.node.NodeId;

/** The machines that nodes have to themselves, where a runtime gives them any: what can be taken away from those. */
public interface Machines {

    /**
     * Takes a node off the network between the nodes: nobody reaches it, and it reaches nobody. The harness still does. Counted as cuts
     * are: as many {@link #connect} undo it.
     */
    void disconnect(NodeId node);

    void connect(NodeId node);

    /**
     * Leaves a node only a share of one processor, until {@link #freeCpu} or until it is killed.
     *
     * @param share more than 0, at most 1
     */
    void limitCpu(NodeId node, double share);

    void freeCpu(NodeId node);

    /**
     * Takes memory away from a node until the operating system ends it for want of it, in the middle of whatever it does. {@link
     * FaultInjector#start} boots it with as much memory as it had.
     */
    void limitMemory(NodeId node);
}
