package dev.faultline.reference.election.bully;

import static dev.faultline.harness.fault.Faults.all;
import static dev.faultline.harness.fault.Faults.crashOf;
import static dev.faultline.harness.fault.Faults.crashOfMinority;
import static dev.faultline.harness.fault.Faults.partitions;
import static dev.faultline.harness.fault.Faults.restartsOf;

import dev.faultline.harness.fault.Nodes;
import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.harness.scenario.SeededBugs;
import dev.faultline.harness.scenario.SystemUnderTest;
import dev.faultline.harness.workload.Elections;
import java.time.Duration;
import java.util.stream.Stream;

@SystemUnderTest("election/bully")
class BullySpec {

    @Claim("two seconds after the last fault, all nodes name the live node with the highest id")
    Scenario highestLiveIdLeads() {
        return observed(Duration.ofSeconds(6))
                .under(all())
                .lasting(Duration.ofSeconds(5))
                .holds(Bully.highestLeads(Duration.ofSeconds(2)));
    }

    @Claim("a dead leader is replaced by the next lower id within a second")
    Scenario nextLowerIdTakesOver() {
        return observed(Duration.ofSeconds(5))
                .under(crashOf(Nodes.highest()))
                .lasting(Duration.ofSeconds(1))
                .holds(Bully.highestLeads(Duration.ofSeconds(1)))
                .measuring(Bully.messagesPerElection());
    }

    @Claim("there is one leader at a time while links are timely and nodes only crash")
    Scenario oneLeaderWhileNodesOnlyCrash() {
        return observed(Duration.ofSeconds(1))
                .under(crashOfMinority())
                .lasting(Duration.ofSeconds(2))
                .holds(Bully.oneLeaderAtATime());
    }

    @Claim("a partition makes a second leader")
    Scenario partitionMakesTwoLeaders() {
        return observed(Duration.ofSeconds(1)).under(partitions()).breaks(Bully.oneLeaderAtATime());
    }

    @Claim("the restart of the highest id unseats a healthy leader")
    Scenario highestIdUnseatsHealthyLeader() {
        return observed(Duration.ofSeconds(1))
                .under(restartsOf(Nodes.highest()))
                .breaks(Bully.stability());
    }

    @Claim("the highest id leads again a second after it came back")
    Scenario highestIdLeadsAgain() {
        return observed(Duration.ofMillis(50), Duration.ofSeconds(5))
                .under(restartsOf(Nodes.highest()))
                .lasting(Duration.ofSeconds(6))
                .holds(Bully.highestLeads(Duration.ofSeconds(1)))
                .measuring(Bully.leaderChangesPerRestart());
    }

    @SeededBugs
    Stream<SeededBug> bugs() {
        return BullyBugs.all();
    }

    private static Scenario.Builder observed(Duration beyond) {
        return observed(Duration.ofMillis(200), beyond);
    }

    /** Five nodes that are all asked who leads, at this interval, until this long after the faults. */
    private static Scenario.Builder observed(Duration every, Duration beyond) {
        return Bully.cluster(5)
                .workload(Elections.askEveryNode().clients(5).every(every).beyond(beyond))
                .thenQuietFor(beyond);
    }
}
