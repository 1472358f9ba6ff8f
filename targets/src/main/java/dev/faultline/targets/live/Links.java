package dev.faultline.targets.live;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.node.NodeId;

/** The directed links between the nodes of one run. Used by one thread. */
public interface Links extends AutoCloseable {

    /** Stops everything that goes from one node to another. Cuts are counted: as many mends undo them. */
    void cut(NodeId from, NodeId to);

    void mend(NodeId from, NodeId to);

    /** Disturbs the links that it hits. Several disturbances add up. */
    void disturb(Disturbance disturbance);

    void calm(Disturbance disturbance);

    /** A node has died: what was on its way to it is lost, and holds up nobody. */
    void died(NodeId node);

    /** Removes the links. */
    @Override
    void close();
}
