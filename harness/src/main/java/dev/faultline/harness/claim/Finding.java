package dev.faultline.harness.claim;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.Run.BrokenInvariant;
import java.util.List;
import java.util.Map;

/**
 * What one run said about one property.
 *
 * @param property its name
 * @param verdict the decision
 * @param explanation why, in plain words
 * @param evidence the events that show a violation
 * @param details more data for the report
 * @param step how many events the nodes had handled: when an invariant stopped the run, or at its end
 */
public record Finding(
        String property,
        Verdict verdict,
        String explanation,
        List<Event> evidence,
        Map<String, Object> details,
        long step) {

    static Finding of(String property, CheckResult result, Run run) {
        return new Finding(
                property, result.verdict(), result.explanation(), result.evidence(), result.details(), run.steps());
    }

    /** What is left of a violation that need not be the system's doing. */
    Finding excusedBy(String reason) {
        String undecided = "The machine did not keep up: " + reason + ". So this need not be the system's doing: ";
        return new Finding(property, Verdict.UNKNOWN, undecided + explanation, evidence, details, step);
    }

    static Finding of(String property, BrokenInvariant broken) {
        return new Finding(property, Verdict.INVALID, broken.explanation(), List.of(), Map.of(), broken.step());
    }

    boolean isViolation() {
        return verdict == Verdict.INVALID;
    }
}
