package dev.faultline.reference.mutex.tokenring;

import static dev.faultline.harness.fault.Faults.crashOf;
import static dev.faultline.harness.fault.Faults.crashOfMinority;
import static dev.faultline.harness.fault.Faults.delay;
import static dev.faultline.harness.fault.Faults.isolationOf;
import static dev.faultline.harness.fault.Faults.restarts;
import static dev.faultline.harness.fault.Faults.restartsOf;
import static dev.faultline.harness.fault.Nodes.holder;
import static dev.faultline.harness.property.Properties.mutualExclusion;
import static dev.faultline.harness.property.Properties.progress;
import static dev.faultline.harness.workload.Locks.acquireAndRelease;

import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.harness.scenario.SeededBugs;
import dev.faultline.harness.scenario.SystemUnderTest;
import dev.faultline.harness.workload.Locks;
import dev.faultline.reference.mutex.NoStarvation;
import java.time.Duration;
import java.util.stream.Stream;

@SystemUnderTest("mutex/token-ring")
class TokenRingSpec {
    private static final int MEMBERS = 5;
    private static final Locks LONG_HOLDS = acquireAndRelease().operations(40).holdingUpTo(Duration.ofMillis(200));

    /** More than a lock can serve in ten seconds, so that somebody always waits. */
    private static final Locks CROWD = acquireAndRelease().operations(120).holdingUpTo(Duration.ofMillis(200));

    /** Held longer than the others wait for the token before they make a new one. */
    private static final Locks PATIENT = acquireAndRelease().operations(40).holdingUpTo(Duration.ofSeconds(3));

    @Claim("no two holds overlap while messages are late and members die; a lost token stays lost")
    Scenario mutualExclusionUnderDelayAndCrash() {
        return TokenRing.cluster(MEMBERS)
                .workload(LONG_HOLDS)
                .under(delay(), crashOfMinority())
                .thenQuietFor(Duration.ofSeconds(3))
                .holds(TokenRing.mutualExclusion());
    }

    @Claim("no two holds overlap while messages are late and members die; a lost token is made anew by agreement")
    Scenario mutualExclusionUnderDelayAndCrashWithRegeneration() {
        return TokenRing.regenerating(MEMBERS)
                .workload(LONG_HOLDS)
                .under(delay(), crashOfMinority())
                .thenQuietFor(Duration.ofSeconds(3))
                .holds(TokenRing.mutualExclusion());
    }

    @Claim("no two holds overlap while messages are late and members restart; a restarted member has no token")
    Scenario mutualExclusionUnderDelayAndRestart() {
        return TokenRing.cluster(MEMBERS)
                .workload(CROWD)
                .under(delay(), restarts())
                .thenQuietFor(Duration.ofSeconds(3))
                .holds(TokenRing.mutualExclusion());
    }

    @Claim("no two holds overlap while messages are late and holders restart one at a time; a lost token is made anew")
    Scenario mutualExclusionUnderDelayAndRestartWithRegeneration() {
        return TokenRing.regenerating(MEMBERS)
                .workload(CROWD)
                .under(delay(), restartsOf(holder()))
                .thenQuietFor(Duration.ofSeconds(3))
                .holds(TokenRing.mutualExclusion());
    }

    @Claim("every request is granted, and no member overtakes a waiting one twice")
    Scenario noStarvation() {
        Scenario scenario = TokenRing.cluster(MEMBERS)
                .workload(acquireAndRelease())
                .lasting(Duration.ofSeconds(3))
                .holds(NoStarvation.within(Duration.ofSeconds(5)))
                .measuring(TokenRing.idleTokenMessages());
        for (int position = 1; position <= MEMBERS; position++) {
            scenario = scenario.measuring(TokenRing.waitAt(position));
        }
        return scenario;
    }

    @Claim("every request is granted, and no member overtakes a waiting one twice, while messages are late")
    Scenario noStarvationUnderDelay() {
        return TokenRing.cluster(MEMBERS)
                .workload(acquireAndRelease())
                .under(delay())
                .holds(NoStarvation.within(Duration.ofSeconds(10)));
    }

    @Claim("without regeneration, the ring stops when the member that has the token dies")
    Scenario stopsWithTheHolder() {
        return TokenRing.cluster(MEMBERS)
                .workload(acquireAndRelease().holdingUpTo(Duration.ofMillis(200)))
                .under(crashOf(holder()))
                .lasting(Duration.ofSeconds(5))
                .thenQuietFor(Duration.ofSeconds(5))
                .breaks(progress(Duration.ofSeconds(2)));
    }

    /** Inquiries that cross cost another turn of everybody's patience, and on slow machines several may in a row. */
    @Claim("with regeneration, the ring goes on when the member that has the token dies")
    Scenario goesOnWithRegeneration() {
        return TokenRing.regenerating(MEMBERS)
                .workload(acquireAndRelease())
                .under(crashOf(holder()))
                .lasting(Duration.ofSeconds(5))
                .thenQuietFor(Duration.ofSeconds(20))
                .holds(progress(Duration.ofSeconds(15)));
    }

    /** The holder is cut off, so that it is the regeneration that makes the second token, not a lost acknowledgement. */
    @Claim("with regeneration by timeout, a partition makes two tokens")
    Scenario twoTokensInAPartition() {
        return TokenRing.regenerating(MEMBERS)
                .workload(PATIENT)
                .under(isolationOf(holder()))
                .breaks(mutualExclusion());
    }

    @SeededBugs
    Stream<SeededBug> bugs() {
        return TokenRingBugs.all();
    }
}
