package sample;

import dev.faultline.harness.fault.Faults;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SystemUnderTest;
import dev.faultline.harness.workload.Locks;

@SystemUnderTest("sample/turnstile")
class TurnstileSpec {

    @Claim("no two clients are inside at once")
    Scenario oneAtATime() {
        return Turnstile.cluster()
                .workload(Locks.acquireAndRelease())
                .under(Faults.delay(), Faults.pauses())
                .holds(Properties.mutualExclusion());
    }
}
