package dev.faultline.reference.election.raft;

import dev.faultline.harness.node.ClientReply;
import dev.faultline.harness.node.ClientRequest;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import java.util.Arrays;
import java.util.List;

/** What Raft's nodes say to each other while they elect, in the words of the paper's figure 2. */
public sealed interface RaftMessage extends Message {

    /**
     * Where a log ends. Positions order as section 5.4.1 compares logs: by the term of the last entry, then by length.
     *
     * @param term the term of the last entry, 0 for an empty log
     * @param index its position, from 1; 0 for an empty log
     */
    record LogPosition(long term, int index) implements Comparable<LogPosition> {
        @Override
        public int compareTo(LogPosition other) {
            return term != other.term ? Long.compare(term, other.term) : Integer.compare(index, other.index);
        }
    }

    /**
     * Would you vote for me?
     *
     * @param term the term that the sender would stand in; it has not entered it
     * @param last where the sender's log ends
     */
    record PreVote(long term, LogPosition last) implements RaftMessage {}

    /**
     * I would, or I would not.
     *
     * @param term the term that was asked about when granted, else the term of the node that refuses
     */
    record PreVoteReply(long term, boolean granted) implements RaftMessage {}

    /** The sender stands in {@code term}; its log ends at {@code last}. */
    record RequestVote(long term, LogPosition last) implements RaftMessage {}

    /** The sender is in {@code term}, and votes for the receiver or does not. */
    record RequestVoteReply(long term, boolean granted) implements RaftMessage {}

    /**
     * The heartbeat of a leader.
     *
     * @param round numbers the leader's heartbeats, from 1
     * @param entries the leader's whole log: for each entry its term
     */
    record AppendEntries(long term, long round, List<Long> entries) implements RaftMessage {}

    /**
     * The answer to a heartbeat.
     *
     * @param round the round that is acknowledged; 0 when the sender is in a later term
     */
    record AppendEntriesReply(long term, long round) implements RaftMessage {}

    /** A client asks a node who leads. */
    record Leader(long msgId) implements RaftMessage, ClientRequest {}

    /**
     * The node's own view.
     *
     * @param leader {@code null} while it knows none
     */
    record LeaderOk(long inReplyTo, long term, NodeId leader) implements RaftMessage, ClientReply {
        @Override
        public Outcome outcome() {
            return Outcome.ok(Arrays.asList(term, leader == null ? null : leader.name()));
        }
    }
}
