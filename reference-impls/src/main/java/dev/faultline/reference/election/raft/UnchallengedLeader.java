package dev.faultline.reference.election.raft;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Invariant;
import dev.faultline.harness.property.Sight;
import java.time.Duration;
import java.util.Optional;

/**
 * Nobody enters a term beyond that of a healthy leader. A leader is healthy when, for the last second, a majority has
 * acknowledged a heartbeat of it at least every 100 ms. It is the new term that unseats a leader, sooner or later, so the
 * property is judged at the moment when the term begins. A leader that has lost its majority may be challenged. O(1) per
 * event.
 */
final class UnchallengedLeader extends Invariant {
    private static final long LONGEST_GAP = Duration.ofMillis(100).toNanos();
    private static final long ESTABLISHED = Duration.ofSeconds(1).toNanos();

    private long newestTerm;
    private NodeId leader;
    private long leaderTerm;
    private long acknowledgedRound;
    private long healthySince;
    private long acknowledgedAt;

    UnchallengedLeader() {
        super(Sight.EVERY_MOMENT);
    }

    @Override
    public Optional<String> onState(NodeId node, Record state, long at) {
        if (!(state instanceof RaftState raft)) {
            return Optional.empty();
        }
        if (raft.term() > newestTerm) {
            boolean challenged = leader != null && leaderTerm == newestTerm && isHealthy(at);
            newestTerm = raft.term();
            if (challenged) {
                return Optional.of(challenge(node, at));
            }
        }
        watchLeader(node, raft, at);
        return Optional.empty();
    }

    @Override
    public void onCrash(NodeId node, long at) {
        if (node.equals(leader)) {
            leader = null;
        }
    }

    private void watchLeader(NodeId node, RaftState raft, long at) {
        if (!raft.isLeader()) {
            onCrash(node, at);
        } else if (raft.term() > leaderTerm) {
            leader = node;
            leaderTerm = raft.term();
            acknowledgedRound = 0;
            acknowledgedAt = at;
            healthySince = at;
        } else if (node.equals(leader) && raft.acknowledgedRound() > acknowledgedRound) {
            healthySince = at - acknowledgedAt > LONGEST_GAP ? at : healthySince;
            acknowledgedRound = raft.acknowledgedRound();
            acknowledgedAt = at;
        }
    }

    private boolean isHealthy(long at) {
        return at - acknowledgedAt <= LONGEST_GAP && acknowledgedAt - healthySince >= ESTABLISHED;
    }

    private String challenge(NodeId node, long at) {
        return node + " entered term " + newestTerm + " although " + leader + ", the leader of term " + leaderTerm
                + ", had been acknowledged by a majority for "
                + Duration.ofNanos(at - healthySince).toMillis() + " ms.";
    }
}
