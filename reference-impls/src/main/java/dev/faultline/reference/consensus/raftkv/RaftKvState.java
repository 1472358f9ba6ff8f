package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.LeaderState;
import dev.faultline.harness.node.NodeId;
import java.util.List;

/**
 * What a server shows of itself.
 *
 * @param role what it is at the moment
 * @param term the latest term it has seen
 * @param commitIndex how far it knows the log to be committed; everything up to there is applied
 * @param snapshot what it keeps of the entries before {@code log}
 * @param log the entries after the snapshot: a view
 * @param servers the configuration in force
 */
public record RaftKvState(
        Role role, long term, long commitIndex, Snapshot snapshot, List<Entry> log, List<NodeId> servers)
        implements LeaderState {

    /** The roles of section 5.1, and the candidate that first asks whether it has a chance. */
    public enum Role {
        FOLLOWER,
        PRE_CANDIDATE,
        CANDIDATE,
        LEADER
    }

    @Override
    public boolean isLeader() {
        return role == Role.LEADER;
    }

    /** The index of the last entry, in the log or under the snapshot. */
    public long lastIndex() {
        return snapshot.index() + log.size();
    }

    /**
     * The entry at an index after the snapshot's.
     *
     * @throws IndexOutOfBoundsException when there is none
     */
    public Entry entry(long index) {
        return log.get((int) (index - snapshot.index() - 1));
    }

    /** The term of the entry at an index from the snapshot's on. */
    public long termAt(long index) {
        return index == snapshot.index() ? snapshot.term() : entry(index).term();
    }
}
