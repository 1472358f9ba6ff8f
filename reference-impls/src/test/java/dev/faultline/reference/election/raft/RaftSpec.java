package dev.faultline.reference.election.raft;

import static dev.faultline.harness.fault.Faults.all;
import static dev.faultline.harness.fault.Faults.crashOf;
import static dev.faultline.harness.fault.Faults.oneWayPartitions;
import static dev.faultline.harness.fault.Faults.restarts;
import static dev.faultline.harness.fault.Faults.restartsOf;
import static dev.faultline.harness.property.Properties.agreement;
import static dev.faultline.harness.property.Properties.oneLeaderPerTerm;
import static dev.faultline.harness.property.Properties.stability;

import dev.faultline.harness.fault.Nodes;
import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.harness.scenario.SeededBugs;
import dev.faultline.harness.scenario.SystemUnderTest;
import dev.faultline.harness.workload.Elections;
import java.time.Duration;
import java.util.stream.Stream;

@SystemUnderTest("election/raft")
class RaftSpec {

    @Claim("no two nodes lead in one term, whatever happens")
    Scenario oneLeaderInEveryTerm() {
        return observed(Duration.ofSeconds(1)).under(all()).holds(oneLeaderPerTerm());
    }

    @Claim("no two nodes lead in one term, even when the whole cluster is killed and comes back")
    Scenario oneLeaderPerTermAfterBlackout() {
        return observed(Duration.ofSeconds(1))
                .under(restartsOf(Nodes.everyone()))
                .holds(oneLeaderPerTerm());
    }

    @Claim("every leader holds what a majority acknowledged in earlier terms")
    Scenario leadersAreComplete() {
        return observed(Duration.ofSeconds(1)).under(all()).holds(Raft.leaderCompleteness());
    }

    @Claim("three seconds after the last fault, all nodes name the same leader")
    Scenario liveness() {
        return observed(Duration.ofSeconds(7))
                .under(all())
                .lasting(Duration.ofSeconds(5))
                .holds(agreement(Duration.ofSeconds(3)));
    }

    @Claim("a leader that dies is replaced within a second")
    Scenario deadLeaderIsReplaced() {
        return observed(Duration.ofMillis(20), Duration.ofSeconds(5))
                .under(crashOf(Nodes.leader()))
                .lasting(Duration.ofSeconds(1))
                .holds(agreement(Duration.ofSeconds(1)))
                .measuring(Raft.electionTime(), Raft.termsBurnt());
    }

    @Claim("a node that comes back, or that hears or is heard only one way, does not challenge a healthy leader")
    Scenario healthyLeaderStays() {
        return observed(Duration.ofSeconds(1))
                .under(restarts(), oneWayPartitions())
                .holds(Raft.stability());
    }

    @Claim("the restart of another node does not change the leader")
    Scenario leaderSurvivesRestarts() {
        return observed(Duration.ofSeconds(1)).under(restarts()).holds(stability());
    }

    @SeededBugs
    Stream<SeededBug> bugs() {
        return RaftBugs.all();
    }

    private static Scenario.Builder observed(Duration beyond) {
        return observed(Duration.ofMillis(200), beyond);
    }

    /** Five nodes that are all asked who leads, at this interval, until this long after the faults. */
    private static Scenario.Builder observed(Duration every, Duration beyond) {
        return Raft.cluster(5)
                .workload(Elections.askEveryNode().clients(5).every(every).beyond(beyond))
                .thenQuietFor(beyond);
    }
}
