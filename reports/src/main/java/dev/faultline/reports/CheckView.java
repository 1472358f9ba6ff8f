package dev.faultline.reports;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A judged history as the page of checks shows it.
 *
 * @param style the colour of the verdict
 * @param mark a sign that says the same without colour
 * @param evidence what shows the violation, a line an event
 * @param left how many operations the timeline leaves out
 */
record CheckView(
        String anchor,
        String file,
        String property,
        String style,
        String mark,
        String word,
        String explanation,
        List<RunView.Fact> facts,
        List<Line> evidence,
        Timeline timeline,
        String left,
        Details details) {

    /** An event in words. */
    record Line(int index, String words) {}

    static CheckView of(int number, String file, String property, History history, CheckResult result, Duration took) {
        Set<Integer> evidence = result.evidence().stream().map(Event::index).collect(Collectors.toSet());
        Excerpt excerpt = Excerpt.of(history, evidence);
        List<RunView.Fact> facts = new ArrayList<>();
        facts.add(new RunView.Fact("property", property));
        facts.add(new RunView.Fact(
                "operations", String.valueOf(history.operations().size())));
        facts.add(new RunView.Fact("decided in", Wording.wallTime(took.toMillis())));
        return new CheckView(
                "check-" + number,
                file,
                property,
                style(result),
                mark(result),
                result.verdict().name(),
                result.explanation(),
                facts,
                result.evidence().stream()
                        .map(event -> new Line(event.index(), Wording.event(event)))
                        .toList(),
                Timeline.inOrder(excerpt.operations(), evidence),
                excerpt.left() == 0 ? "" : Wording.count(excerpt.left(), "other operation"),
                Details.of(result.details()));
    }

    private static String style(CheckResult result) {
        return switch (result.verdict()) {
            case VALID -> "green";
            case INVALID -> "red";
            case UNKNOWN -> "open";
        };
    }

    private static String mark(CheckResult result) {
        return switch (result.verdict()) {
            case VALID -> "✓";
            case INVALID -> "✗";
            case UNKNOWN -> "?";
        };
    }

    boolean hasEvidence() {
        return !evidence.isEmpty();
    }
}
