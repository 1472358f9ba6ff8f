package dev.faultline.reference.election.bully;

import static dev.faultline.harness.cluster.Role.role;

import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.property.Excuse;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.property.StateProperty;
import dev.faultline.harness.scenario.Measure;
import dev.faultline.reference.election.bully.BullyMessage.Leader;
import java.time.Duration;

/** The bully algorithm: a cluster to run, and what is particular to judging and measuring it. */
public final class Bully {
    static final String ROLE = "node";

    private Bully() {}

    /** A cluster whose clients ask one node each who leads, and wait a second for its answer. */
    public static Cluster cluster(int nodes) {
        return Cluster.of(role(ROLE, nodes, BullyNode::new))
                .requests(invocation -> new Leader(invocation.msgId()))
                .clients(Clients.pinnedTo(ROLE).givingUpAfter(Duration.ofSeconds(1)));
    }

    /**
     * {@code agreement-on-highest-id}: once calm, every answer names the node with the highest id of those that answer;
     * violated as well when nobody answers then. Every node must be asked.
     *
     * @param after how long after the last event of the nemesis the system counts as calm
     */
    public static Property highestLeads(Duration after) {
        return Properties.timed(slack -> new HighestLeads(after.plus(slack)), Excuse.lateOnceCalm());
    }

    /** {@code one-leader-at-a-time}: at no moment do two live nodes believe that they lead. */
    public static Property oneLeaderAtATime() {
        return new StateProperty("one-leader-at-a-time", cluster -> new OneLeaderAtATime());
    }

    /** {@code stability}: a live leader that a majority has followed for the last 200 ms stays leader. */
    public static Property stability() {
        return new StateProperty(
                "stability", cluster -> new SeatedLeader(cluster.nodes().size()));
    }

    /** Heartbeats and what clients send are not counted. */
    public static Measure messagesPerElection() {
        return new Measure(
                "messages per election", "", "n²−1 = 24 when all five hold one", BullyFigures::messagesPerElection);
    }

    /** How often the leader changes because the node with the highest id goes and comes back. */
    public static Measure leaderChangesPerRestart() {
        return new Measure("leader changes per restart", "", "2: away and back", BullyFigures::leaderChangesPerRestart);
    }
}
