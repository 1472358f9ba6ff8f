package dev.faultline.checkers.workload;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The violations that a checker finds, counted by kind. The first is told, and a few more are kept for the report. */
final class Anomalies {
    /** More than these would only make the report long. */
    static final int EXAMPLES = 10;

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final List<Violation> kept = new ArrayList<>();

    /** Looks for these kinds, which the details count even when there are none. */
    Anomalies(String... kinds) {
        for (String kind : kinds) {
            counts.put(kind, 0);
        }
    }

    /** Counts a violation. The sentence is only made when it is kept; {@code null} events are left out. */
    void add(String kind, Supplier<String> sentence, Event... evidence) {
        counts.merge(kind, 1, Integer::sum);
        if (kept.size() < EXAMPLES) {
            kept.add(Violation.shownBy(sentence.get(), evidence));
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    /**
     * The decision: invalid when there is an anomaly.
     *
     * @param details figures that come before the counts
     * @param unknown why the absence of anomalies proves nothing, or {@code null} when it does
     */
    CheckResult decide(Map<String, Object> details, String unknown) {
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.put("anomalies", counts);
        if (!kept.isEmpty()) {
            all.put("examples", kept.stream().map(Violation::explanation).toList());
            Violation first = kept.get(0);
            return new CheckResult(
                    Verdict.INVALID,
                    first.explanation(),
                    first.evidence().stream().distinct().toList(),
                    all);
        }
        return unknown == null
                ? new CheckResult(Verdict.VALID, "", List.of(), all)
                : new CheckResult(Verdict.UNKNOWN, unknown, List.of(), all);
    }
}
