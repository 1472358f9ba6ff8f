package dev.faultline.checkers;

import dev.faultline.checkers.history.Event;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One place where a property does not hold.
 *
 * @param explanation what happened, in one sentence
 * @param evidence the events that show it, by index
 */
public record Violation(String explanation, List<Event> evidence) {
    public Violation {
        evidence = List.copyOf(evidence);
    }

    /** A violation shown by these events; {@code null} ones are left out. */
    public static Violation shownBy(String explanation, Event... evidence) {
        return new Violation(
                explanation,
                Stream.of(evidence)
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparingInt(Event::index))
                        .toList());
    }

    /**
     * The decision: invalid when there is a violation. The first one is told, and all are counted in the details.
     *
     * @param judged what was looked at, such as {@code holds}
     * @param count how many of them, so that a reader sees when there was nothing to judge
     */
    public static CheckResult decide(List<Violation> violations, String judged, int count) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put(judged, count);
        details.put("violations", violations.size());
        if (violations.isEmpty()) {
            return new CheckResult(Verdict.VALID, "", List.of(), details);
        }
        Violation first = violations.get(0);
        return new CheckResult(Verdict.INVALID, first.explanation, first.evidence, details);
    }

    /** The process of an event and, when known, its node: {@code process 1 on n2}. */
    public static String who(Event event) {
        return "process " + event.process() + (event.node() == null ? "" : " on " + event.node());
    }

    /** The time of an event, in milliseconds. */
    public static String when(Event event) {
        return millis(Duration.ofNanos(event.time()));
    }

    /** A duration, in milliseconds. */
    public static String millis(Duration duration) {
        return TimeUnit.NANOSECONDS.toMicros(duration.toNanos()) / 1_000.0 + " ms";
    }
}
