package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import java.util.List;
import java.util.Map;

/**
 * The state machine after it has applied the log up to an index; it replaces that part of the log (section 7).
 *
 * @param index the index of the last entry that it covers
 * @param term the term of that entry
 * @param servers the configuration at that entry
 * @param data the store's keys and values
 * @param sessions what is remembered of every client
 */
public record Snapshot(long index, long term, List<NodeId> servers, Map<String, Long> data, List<Session> sessions) {

    /**
     * The latest command of one client that was applied.
     *
     * @param client the client
     * @param msgId the command's number
     * @param succeeded whether it did what it asked for, as a compare-and-set may not
     */
    public record Session(NodeId client, long msgId, boolean succeeded) {}
}
