package dev.faultline.checkers.election;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** See {@link Elections#agreement}. */
record Agreement(String name, Duration after) implements Checker {
    private static final Set<String> LAST_DISTURBANCES = Set.of(
            "healed", "restarted", "resumed", "crash", "unskewed", "delay-over", "loss-over", "duplication-over");

    @Override
    public CheckResult check(History history, Budget budget) {
        long from = stableFrom(history);
        if (history.operations().stream().noneMatch(asked -> asked.f().equals("leader") && asked.invokedAt() >= from)) {
            String since = Violation.millis(Duration.ofNanos(from));
            return CheckResult.unknown("Nobody was asked who leads at " + since + " or later.");
        }
        List<Answer> answers = Answer.of(history).stream()
                .filter(answer -> answer.askedAt() >= from)
                .toList();
        return Violation.decide(violations(answers, from), "answers", answers.size());
    }

    private long stableFrom(History history) {
        long disturbed = history.faults().stream()
                .filter(fault -> LAST_DISTURBANCES.contains(fault.f()))
                .mapToLong(Event::time)
                .max()
                .orElse(0);
        return disturbed + after.toNanos();
    }

    private static List<Violation> violations(List<Answer> answers, long from) {
        if (answers.isEmpty()) {
            String since = Violation.millis(Duration.ofNanos(from));
            return List.of(Violation.shownBy("Nobody answered who leads, asked at " + since + " or later."));
        }
        List<Violation> violations = new ArrayList<>();
        Answer first = answers.get(0);
        for (Answer answer : answers) {
            if (answer.leader() == null) {
                violations.add(Violation.shownBy("No leader once stable: " + answer + ".", answer.event()));
            } else if (!answer.leader().equals(first.leader())) {
                String explanation = "No agreement once stable: " + first + ", " + answer + ".";
                violations.add(Violation.shownBy(explanation, first.event(), answer.event()));
            }
        }
        return violations;
    }
}
