package dev.faultline.checkers;

import dev.faultline.checkers.history.Event;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A checker's decision, with its reason.
 *
 * @param verdict the decision
 * @param explanation one or two sentences in plain words: why it is invalid, or why the checker gave up
 * @param evidence the smallest set of events found that shows the violation; empty unless invalid
 * @param details figures and structures for the report, JSON-like, in a fixed order
 */
public record CheckResult(Verdict verdict, String explanation, List<Event> evidence, Map<String, Object> details) {
    public CheckResult {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(explanation, "explanation");
        evidence = List.copyOf(evidence);
    }

    public static CheckResult valid() {
        return new CheckResult(Verdict.VALID, "", List.of(), Map.of());
    }

    public static CheckResult invalid(String explanation, List<Event> evidence) {
        return new CheckResult(Verdict.INVALID, explanation, evidence, Map.of());
    }

    public static CheckResult unknown(String reason) {
        return new CheckResult(Verdict.UNKNOWN, reason, List.of(), Map.of());
    }

    public boolean isValid() {
        return verdict == Verdict.VALID;
    }

    public boolean isInvalid() {
        return verdict == Verdict.INVALID;
    }
}
