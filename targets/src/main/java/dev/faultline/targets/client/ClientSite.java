package dev.faultline.targets.client;

import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;

/** What a client needs of the run that it is in. */
public interface ClientSite {

    /** Nanoseconds since the run began. */
    long now();

    /** Does something then, or at once when that time has passed. */
    void at(long time, Runnable action);

    /**
     * Does something at a time of the plan. Where faults can end later than planned, what is planned for the time after them comes
     * that much later.
     */
    default void atPlanned(long time, Runnable action) {
        at(time, action);
    }

    /** Whether the node is running and can be asked. */
    boolean isUp(NodeId node);

    /** Sends a request; nothing happens when the node is down. */
    void request(NodeId client, NodeId node, Message message);

    /** Adds an event to the history, now. */
    void record(EventType type, int process, String f, Object value, Object error, String node);

    /** A client has worked off its sessions. */
    void clientDone();
}
