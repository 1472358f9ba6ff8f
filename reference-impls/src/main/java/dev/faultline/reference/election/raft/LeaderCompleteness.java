package dev.faultline.reference.election.raft;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Invariant;
import dev.faultline.harness.property.Sight;
import java.util.List;
import java.util.Optional;

/**
 * A leader's log holds every entry that a majority had acknowledged in an earlier term (Ongaro and Ousterhout, figure 3).
 * O(1) per event, and O(entries) whenever a leader appears or commits.
 */
final class LeaderCompleteness extends Invariant {
    private List<Long> committed = List.of();
    private NodeId judged;
    private long judgedTerm;
    private int judgedCommitted;

    LeaderCompleteness() {
        super(Sight.EVERY_MOMENT);
    }

    @Override
    public Optional<String> onState(NodeId node, Record state, long at) {
        if (!(state instanceof RaftState raft) || !raft.isLeader() || isJudged(node, raft)) {
            return Optional.empty();
        }
        judged = node;
        judgedTerm = raft.term();
        judgedCommitted = raft.committed();
        for (int i = 0; i < committed.size() && committed.get(i) < raft.term(); i++) {
            if (raft.log().size() <= i || !raft.log().get(i).equals(committed.get(i))) {
                return Optional.of(node + " leads term " + raft.term() + " without the entry of term "
                        + committed.get(i) + ", which a majority had acknowledged. Its log holds the entries of terms "
                        + raft.log() + ".");
            }
        }
        if (raft.committed() > committed.size()) {
            committed = raft.log();
        }
        return Optional.empty();
    }

    private boolean isJudged(NodeId node, RaftState raft) {
        return node.equals(judged) && raft.term() == judgedTerm && raft.committed() == judgedCommitted;
    }
}
