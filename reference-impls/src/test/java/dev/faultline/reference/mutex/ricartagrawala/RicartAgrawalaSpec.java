package dev.faultline.reference.mutex.ricartagrawala;

import static dev.faultline.harness.fault.Faults.crashOfOne;
import static dev.faultline.harness.fault.Faults.delay;
import static dev.faultline.harness.fault.Faults.partitions;
import static dev.faultline.harness.fault.Faults.pauses;
import static dev.faultline.harness.fault.Faults.restarts;
import static dev.faultline.harness.fault.Faults.restartsOf;
import static dev.faultline.harness.fault.Nodes.one;
import static dev.faultline.harness.property.Properties.mutualExclusion;
import static dev.faultline.harness.property.Properties.progress;
import static dev.faultline.harness.workload.Locks.acquireAndRelease;

import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.harness.scenario.SeededBugs;
import dev.faultline.harness.scenario.SystemUnderTest;
import dev.faultline.reference.mutex.NoStarvation;
import java.time.Duration;
import java.util.stream.Stream;

@SystemUnderTest("mutex/ricart-agrawala")
class RicartAgrawalaSpec {
    private static final int NODES = 5;

    @Claim("no two holds overlap, while messages are late, the network splits, and nodes freeze or restart")
    Scenario mutualExclusionUnderDelayPartitionPauseAndRestart() {
        return RicartAgrawala.cluster(NODES)
                .workload(acquireAndRelease().operations(60).holdingUpTo(Duration.ofMillis(100)))
                .under(delay(), partitions(), pauses(), restarts())
                .thenQuietFor(Duration.ofSeconds(5))
                .holds(mutualExclusion());
    }

    @Claim("no two holds overlap while one node after another is killed and comes back")
    Scenario mutualExclusionWhileNodesRestart() {
        return RicartAgrawala.cluster(3)
                .workload(acquireAndRelease().clients(3).operations(100).holdingUpTo(Duration.ofMillis(100)))
                .under(delay(), restartsOf(one()), restartsOf(one()))
                .thenQuietFor(Duration.ofSeconds(5))
                .holds(mutualExclusion());
    }

    @Claim("every request is granted, and no node overtakes a waiting one twice, while messages are late")
    Scenario noStarvationUnderDelay() {
        return RicartAgrawala.cluster(NODES)
                .workload(acquireAndRelease().operations(60))
                .under(delay())
                .holds(NoStarvation.within(Duration.ofSeconds(10)))
                .measuring(RicartAgrawala.messagesPerEntry(NODES));
    }

    @Claim("one dead node, whichever it is, stops everybody")
    Scenario stopsWithAnyNode() {
        return RicartAgrawala.cluster(NODES)
                .workload(acquireAndRelease())
                .under(crashOfOne())
                .lasting(Duration.ofSeconds(5))
                .thenQuietFor(Duration.ofSeconds(3))
                .breaks(progress(Duration.ofSeconds(2)));
    }

    @SeededBugs
    Stream<SeededBug> bugs() {
        return RicartAgrawalaBugs.all();
    }
}
