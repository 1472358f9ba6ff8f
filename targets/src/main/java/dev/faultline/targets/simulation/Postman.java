package dev.faultline.targets.simulation;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;

/** Brings messages to where they are going, when it sees fit. */
interface Postman {
    interface Factory {
        Postman create(Simulation simulation);
    }

    void carry(SimulatedNode from, SimulatedNode to, Message message, long number);

    void carryToClient(SimulatedNode from, NodeId to, Message message);

    void carryToNode(NodeId from, SimulatedNode to, Message message, long number);
}
