package dev.faultline.targets.foreign;

import dev.faultline.harness.node.NodeId;
import java.util.List;

/** Where one node of a foreign system runs: what its command line, its environment or its configuration has to tell it. */
public interface Place {

    NodeId self();

    /** Every node of the system, this one too, in order. */
    List<NodeId> nodes();

    /** The address on which the node should listen, such as {@code 127.0.0.1}. */
    String host();

    /**
     * The port on which the node has to listen.
     *
     * @param name one of the names that the system gave its ports
     * @throws IllegalArgumentException when the system has no port of this name
     */
    int port(String name);

    /**
     * Where this node reaches a port of another one, as {@code host:port}. The way leads through Toxiproxy: a node that finds out
     * its peers' addresses otherwise cannot be cut off from them.
     *
     * @throws IllegalArgumentException when there is no such node or port, or the node is this one
     */
    String address(NodeId peer, String name);

    /** An absolute path of a directory, empty at the first boot, whose files survive when the node is killed. */
    String directory();
}
