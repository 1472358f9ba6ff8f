package dev.faultline.reference.election.bully;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import dev.faultline.harness.node.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** See {@link Bully#highestLeads}. O(n) in the length of the history. */
record HighestLeads(Duration after) implements Checker {
    @Override
    public String name() {
        return "agreement-on-highest-id";
    }

    @Override
    public CheckResult check(History history, Budget budget) {
        long from = calmFrom(history);
        List<Operation> asked = history.operations().stream()
                .filter(question -> question.f().equals("leader") && question.invokedAt() >= from)
                .toList();
        if (asked.isEmpty()) {
            return CheckResult.unknown("Nobody was asked who leads after the faults.");
        }
        List<Operation> answers = asked.stream().filter(Operation::isOk).toList();
        Optional<NodeId> highest = answers.stream().map(HighestLeads::who).max(Comparator.naturalOrder());
        if (highest.isEmpty()) {
            return CheckResult.invalid("Nobody answered who leads after the faults.", List.of());
        }
        List<Violation> violations = new ArrayList<>();
        for (Operation answer : answers) {
            Object named = ((List<?>) answer.output()).get(1);
            if (!highest.get().name().equals(named)) {
                violations.add(Violation.shownBy(
                        "The highest live id is " + highest.get() + ", but " + who(answer) + " names "
                                + (named == null ? "nobody" : named) + " " + Violation.millis(after)
                                + " or more after the last fault.",
                        answer.completion()));
            }
        }
        return Violation.decide(violations, "answers", answers.size());
    }

    /** Whatever the nemesis did last, good or bad, is the last disturbance; its {@code end} only says that the run is over. */
    private long calmFrom(History history) {
        return after.toNanos()
                + history.faults().stream()
                        .filter(fault -> !fault.f().equals("end"))
                        .mapToLong(Event::time)
                        .max()
                        .orElse(0);
    }

    private static NodeId who(Operation answer) {
        return new NodeId(answer.completion().node());
    }
}
