package dev.faultline.targets.live;

import dev.faultline.harness.fault.FaultInjector;
import dev.faultline.harness.fault.Machines;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import java.io.IOException;
import java.util.Optional;

/** Where the nodes of one run live: operating-system processes or containers. Safe for use by many threads. */
public interface Site extends AutoCloseable {

    /**
     * Boots a node on the storage that its predecessor left, and waits until it listens.
     *
     * @param boot how often it has been booted in this run, this time included
     * @throws IOException when it ends before that, with what it said
     */
    void boot(NodeId node, int boot) throws IOException;

    /**
     * Makes the harness's line to a node that has just booted.
     *
     * @throws IOException when it cannot be reached
     */
    NodeConnection connect(NodeId node, NodeConnection.Listener listener) throws IOException;

    /** What a client hears at once that asks a node that is down; empty when it hears nothing. */
    default Optional<Message> refusal(Message request) {
        return Optional.empty();
    }

    /** Kills a node like {@code kill -9}, and waits until it is gone. Nothing happens when it is not running. */
    void kill(NodeId node);

    /** Freezes a node, so that it takes no step. */
    void pause(NodeId node);

    void resume(NodeId node);

    /** As {@link FaultInjector#machines}. */
    default Machines machines() {
        throw new UnsupportedOperationException("The nodes share one machine.");
    }

    /** Ends every node and removes what the run left, but for logs. */
    @Override
    void close();
}
