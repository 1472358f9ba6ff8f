package dev.faultline.checkers.transaction;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import java.util.List;
import java.util.Map;

/** A checker's result, taken apart. */
record Judgement(CheckResult result) {

    static Judgement of(Level level, History history) {
        return new Judgement(Isolation.of(level).check(history, Budget.standard()));
    }

    /** As judged by the strongest level. */
    static Judgement of(Story story) {
        return of(Level.STRICT_SERIALIZABLE, story.history());
    }

    Verdict verdict() {
        return result.verdict();
    }

    String explanation() {
        return result.explanation();
    }

    /** The strongest levels that hold. */
    List<String> strongest() {
        return strings(result.details().get("strongest"));
    }

    /** The weakest levels that fail. */
    List<String> weakest() {
        return strings(result.details().get("weakest"));
    }

    List<String> anomalies() {
        return list(result.details().get("anomalies")).stream()
                .map(anomaly -> (String) ((Map<?, ?>) anomaly).get("name"))
                .toList();
    }

    /** The steps of the first anomaly of a name. */
    List<String> steps(String name) {
        return list(result.details().get("anomalies")).stream()
                .map(anomaly -> (Map<?, ?>) anomaly)
                .filter(anomaly -> anomaly.get("name").equals(name))
                .findFirst()
                .map(anomaly -> strings(anomaly.get("steps")))
                .orElseThrow();
    }

    private static List<?> list(Object value) {
        return (List<?>) value;
    }

    private static List<String> strings(Object value) {
        return list(value).stream().map(String.class::cast).toList();
    }
}
