package sample;

import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;

class PrivateSpec {
    private PrivateSpec() {}

    @Claim("nobody can ask for this")
    Scenario unheard() {
        throw new AssertionError("never called");
    }
}
