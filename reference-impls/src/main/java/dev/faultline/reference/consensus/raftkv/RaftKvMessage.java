package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.ClientReply;
import dev.faultline.harness.node.ClientRequest;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import java.util.List;

/** The messages of Raft (figures 2 and 13), of its clients, and of PreVote (thesis, section 9.6). */
public sealed interface RaftKvMessage extends Message {

    /** Asks whether a vote in this term would be granted; nobody's term changes. */
    record PreVoteRequest(long term, long lastLogIndex, long lastLogTerm) implements RaftKvMessage {}

    /** Answers with the term that was asked about, or with the voter's own term when it refuses. */
    record PreVote(long term, boolean granted) implements RaftKvMessage {}

    record RequestVote(long term, long lastLogIndex, long lastLogTerm) implements RaftKvMessage {}

    record Vote(long term, boolean granted) implements RaftKvMessage {}

    /**
     * Entries for the log; none in a heartbeat.
     *
     * @param prevLogIndex the index before the entries
     * @param prevLogTerm the term of the entry there
     * @param entries entries of one term, in order
     * @param leaderCommit how far the leader has committed
     * @param round the leader's latest round of heartbeats, by which it learns that it still leads (thesis, section 6.4)
     */
    record AppendEntries(
            long term, long prevLogIndex, long prevLogTerm, List<Entry> entries, long leaderCommit, long round)
            implements RaftKvMessage {}

    /** Replaces the follower's log up to the snapshot's last entry (figure 13, in one chunk). */
    record InstallSnapshot(long term, Snapshot snapshot, long round) implements RaftKvMessage {}

    /**
     * Answers {@link AppendEntries} and {@link InstallSnapshot}.
     *
     * @param success whether the follower's log agrees with the leader's up to {@code index}; when not, it does not at {@code
     *     index}
     * @param conflictIndex when refused, where the leader should look next (section 5.3): the first entry of {@code
     *     conflictTerm}, or the end of the follower's log
     * @param conflictTerm when refused, the term of the follower's entry at {@code index}; 0 when it has none there
     * @param round the round that it answers
     */
    record AppendReply(long term, boolean success, long index, long conflictIndex, long conflictTerm, long round)
            implements RaftKvMessage {
        static AppendReply agreed(long term, long index, long round) {
            return new AppendReply(term, true, index, 0, 0, round);
        }

        /** The sender leads no longer. */
        static AppendReply deposed(long term) {
            return new AppendReply(term, false, 0, 0, 0, 0);
        }
    }

    record Read(long msgId, String key) implements RaftKvMessage, ClientRequest {}

    record Write(long msgId, String key, Long value) implements RaftKvMessage, ClientRequest {}

    record CompareAndSet(long msgId, String key, Long expected, Long value) implements RaftKvMessage, ClientRequest {}

    record AddServer(long msgId, NodeId server) implements RaftKvMessage, ClientRequest {}

    record RemoveServer(long msgId, NodeId server) implements RaftKvMessage, ClientRequest {}

    record Answer(long inReplyTo, Outcome outcome) implements RaftKvMessage, ClientReply {}
}
