package dev.faultline.reference.election.raft;

import dev.faultline.harness.node.LeaderState;
import dev.faultline.harness.node.NodeId;
import java.util.List;

/**
 * What a node shows of itself.
 *
 * @param votedFor whom it voted for in this term, or {@code null}
 * @param leader whom it follows, itself while it leads, or {@code null}
 * @param log the term of every entry
 * @param committed how many entries this leader knows on a majority; 0 on other nodes
 * @param acknowledgedRound the latest heartbeat of this leader that a majority has acknowledged; 0 on other nodes
 */
public record RaftState(
        RaftRole role, long term, NodeId votedFor, NodeId leader, List<Long> log, int committed, long acknowledgedRound)
        implements LeaderState {
    @Override
    public boolean isLeader() {
        return role == RaftRole.LEADER;
    }
}
