package dev.faultline.harness.claim;

import dev.faultline.harness.fake.Fakes;
import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Scenario;

/** Two weaknesses, one of them due to the faults, and two promises on machines that do not always keep up. Outside a test's class, so that no build runs it by itself. */
final class WeakSpec {
    @Claim("the faults do it")
    Scenario byTheFaults() {
        return Fakes.scenario()
                .breaks(Fakes.violatedWhen(facts -> !facts.faults().isEmpty()));
    }

    @Claim("the faults are blamed for it")
    Scenario byItself() {
        return Fakes.scenario().breaks(Fakes.violatedWhen(facts -> true));
    }

    @Claim("holds whenever the machine keeps up")
    Scenario inTime() {
        return Fakes.scenario().holds(Fakes.violatedWhen(facts -> facts.seed() == 1, facts -> facts.seed() == 1));
    }

    @Claim("nobody knows, for the machine never keeps up")
    Scenario neverInTime() {
        return Fakes.scenario().holds(Fakes.violatedWhen(facts -> true, facts -> true));
    }
}
