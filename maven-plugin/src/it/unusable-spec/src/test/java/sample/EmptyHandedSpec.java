package sample;

import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;

class EmptyHandedSpec {
    @Claim("nothing")
    Scenario nothing() {
        return null;
    }
}
