package dev.faultline.reference.election.raft;

import static dev.faultline.harness.cluster.Role.role;

import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.property.StateProperty;
import dev.faultline.harness.scenario.Measure;
import dev.faultline.reference.election.raft.RaftMessage.Leader;
import java.time.Duration;

/** Leader election by Raft: a cluster to run, and what is particular to judging and measuring it. */
public final class Raft {
    static final String ROLE = "node";

    private Raft() {}

    /** A cluster whose clients ask one node each who leads, and wait a second for its answer. */
    public static Cluster cluster(int nodes) {
        return Cluster.of(role(ROLE, nodes, RaftNode::new))
                .requests(invocation -> new Leader(invocation.msgId()))
                .clients(Clients.pinnedTo(ROLE).givingUpAfter(Duration.ofSeconds(1)));
    }

    /**
     * {@code leader-completeness}: whatever a majority has acknowledged is in the log of every later leader (Ongaro and
     * Ousterhout, figure 3).
     */
    public static Property leaderCompleteness() {
        return new StateProperty("leader-completeness", cluster -> new LeaderCompleteness());
    }

    /**
     * {@code stability}: while a leader has been acknowledged by a majority for the last second, at least every 100 ms,
     * nobody enters a later term, which would unseat it.
     */
    public static Property stability() {
        return new StateProperty("stability", cluster -> new UnchallengedLeader());
    }

    /** How long the cluster is without a leader after a crash. */
    public static Measure electionTime() {
        return new Measure(
                "election time",
                "ms",
                "shortest of the timeouts of 150 to 300, + 4 messages",
                RaftFigures::electionTime);
    }

    /** Terms that no leader came out of. */
    public static Measure termsBurnt() {
        return new Measure("terms burnt", "", "0 without a split vote", RaftFigures::termsBurnt);
    }
}
