package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import java.util.ArrayList;
import java.util.List;

/**
 * Who belongs to the cluster: the latest configuration in the log, committed or not (thesis, section 4.1). Configurations
 * that may still be rolled back are stacked on the one that the snapshot covers.
 */
final class Membership {
    private final List<Change> changes = new ArrayList<>();

    private record Change(long index, List<NodeId> servers) {}

    /** Starts again from what the log holds. */
    void recover(RaftLog log) {
        changes.clear();
        changes.add(new Change(log.snapshotIndex(), log.snapshot().servers()));
        log.view().forEach(this::onAppended);
    }

    /** The configuration in force. */
    List<NodeId> servers() {
        return latest().servers();
    }

    /** The index of the entry that holds the configuration in force. */
    long index() {
        return latest().index();
    }

    boolean contains(NodeId server) {
        return servers().contains(server);
    }

    /** How many servers are a majority. */
    int majority() {
        return servers().size() / 2 + 1;
    }

    /** The configuration that was in force at an index from the snapshot's on. */
    List<NodeId> at(long index) {
        int position = changes.size() - 1;
        while (position > 0 && changes.get(position).index() > index) {
            position--;
        }
        return changes.get(position).servers();
    }

    /** Takes a configuration into force; tells whether the entry was one. */
    boolean onAppended(Entry entry) {
        return entry.command() instanceof Command.Configuration configuration
                && changes.add(new Change(entry.index(), configuration.servers()));
    }

    /** The entries from an index on are gone. */
    void onTruncated(long index) {
        while (latest().index() >= index && changes.size() > 1) {
            changes.remove(changes.size() - 1);
        }
    }

    private Change latest() {
        return changes.get(changes.size() - 1);
    }
}
