package dev.faultline.reference.mutex.centralized;

import static dev.faultline.harness.fault.Faults.all;
import static dev.faultline.harness.fault.Faults.crashOf;
import static dev.faultline.harness.fault.Faults.delay;
import static dev.faultline.harness.fault.Faults.restarts;
import static dev.faultline.harness.fault.Faults.restartsOf;
import static dev.faultline.harness.fault.Nodes.holder;
import static dev.faultline.harness.fault.Nodes.oneOf;
import static dev.faultline.harness.property.Properties.fifo;
import static dev.faultline.harness.property.Properties.mutualExclusion;
import static dev.faultline.harness.property.Properties.progress;
import static dev.faultline.harness.workload.Locks.acquireAndRelease;

import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.harness.scenario.SeededBugs;
import dev.faultline.harness.scenario.SystemUnderTest;
import java.time.Duration;
import java.util.stream.Stream;

@SystemUnderTest("mutex/centralized")
class CentralizedSpec {
    /** A request travels for up to 405 ms, so those that are closer together may overtake each other on the way. */
    private static final Duration TRAVEL = Duration.ofMillis(450);

    @Claim("no two holds of a resource overlap, whatever happens to the coordinator and the participants")
    Scenario mutualExclusionUnderAll() {
        return Centralized.cluster(5)
                .workload(
                        acquireAndRelease().operations(30).resources("r1", "r2").holdingUpTo(Duration.ofSeconds(1)))
                .under(all())
                .thenQuietFor(Duration.ofSeconds(5))
                .holds(mutualExclusion());
    }

    @Claim("whoever waits gets a turn, although the coordinator and the participants are killed and come back")
    Scenario progressUnderRestarts() {
        return Centralized.cluster(5)
                .workload(acquireAndRelease().holdingUpTo(Duration.ofMillis(200)))
                .under(delay(), restarts(), restartsOf(holder()))
                .holds(progress(Duration.ofSeconds(5)));
    }

    @Claim("turns follow the order of requests that were made further apart than a message travels")
    Scenario fifoUnderDelay() {
        return Centralized.cluster(5)
                .workload(acquireAndRelease().operations(60))
                .under(delay())
                .holds(fifo(TRAVEL))
                .measuring(Centralized.messagesPerEntry(), Centralized.coordinatorsShare());
    }

    @Claim("the coordinator is a single point of failure: when it dies, nobody is granted anything any more")
    Scenario stopsWithTheCoordinator() {
        return Centralized.cluster(5)
                .workload(acquireAndRelease())
                .under(crashOf(oneOf(Centralized.COORDINATOR)))
                .lasting(Duration.ofSeconds(5))
                .thenQuietFor(Duration.ofSeconds(3))
                .breaks(progress(Duration.ofSeconds(2)));
    }

    @Claim("a holder that dies for good keeps its turn for ever")
    Scenario stopsWithTheHolder() {
        return Centralized.cluster(5)
                .workload(acquireAndRelease().holdingUpTo(Duration.ofMillis(200)))
                .under(crashOf(holder()))
                .lasting(Duration.ofSeconds(5))
                .thenQuietFor(Duration.ofSeconds(3))
                .breaks(progress(Duration.ofSeconds(2)));
    }

    @SeededBugs
    Stream<SeededBug> bugs() {
        return CentralizedBugs.all();
    }
}
