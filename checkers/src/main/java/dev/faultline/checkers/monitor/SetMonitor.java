package dev.faultline.checkers.monitor;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import java.util.Optional;

/**
 * Sets to which each element is added once, and which nobody reads as a whole. Each element is absent, then present, then
 * absent. It had best be added as late and removed as early as those allow who found it; whoever did not find it must not lie
 * in between. Elements are independent objects (Herlihy and Wing, section 3.3). O(n).
 */
record SetMonitor(String model) implements Monitor {

    @Override
    public Optional<Verdict> decide(History history) {
        return elements(history)
                .map(elements -> new SetSweep(elements).contradiction().isPresent() ? Verdict.INVALID : Verdict.VALID);
    }

    @Override
    public Optional<CheckResult> check(History history) {
        return elements(history).map(elements -> {
            Outcome outcome = new Outcome(model, "elements of a set", elements.spans());
            return new SetSweep(elements)
                    .contradiction()
                    .map(outcome::invalid)
                    .orElseGet(() -> outcome.valid(SetWitness.order(elements)));
        });
    }

    private static Optional<Elements> elements(History history) {
        Elements elements = new Elements(Spans.of(history));
        return elements.areAmbiguous() ? Optional.empty() : Optional.of(elements);
    }
}
