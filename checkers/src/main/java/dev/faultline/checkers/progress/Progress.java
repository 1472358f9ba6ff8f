package dev.faultline.checkers.progress;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.NodeFaults;
import dev.faultline.checkers.history.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code progress}: an operation invoked at least {@code grace} before the end of the history has a completion, of
 * whatever type, unless its node is down at the end (crashed, restarting or paused; {@link NodeFaults#downAtEnd}). O(n).
 */
public final class Progress implements Checker {
    private final Predicate<Operation> judged;
    private final Duration grace;

    private Progress(Predicate<Operation> judged, Duration grace) {
        this.judged = judged;
        this.grace = grace;
    }

    /** Progress of every operation. */
    public static Checker everyOperationCompletes(Duration grace) {
        return new Progress(operation -> true, grace);
    }

    /** Progress of the operations {@code f}. */
    public static Checker everyOperationCompletes(String f, Duration grace) {
        return new Progress(operation -> operation.f().equals(f), grace);
    }

    @Override
    public String name() {
        return "progress";
    }

    @Override
    public CheckResult check(History history, Budget budget) {
        long end = history.events().stream().mapToLong(Event::time).max().orElse(0);
        Set<String> down = NodeFaults.downAtEnd(history);
        List<Operation> operations =
                history.operations().stream().filter(judged).toList();
        List<Violation> violations = operations.stream()
                .filter(operation -> operation.completion() == null)
                .filter(operation -> operation.invokedAt() <= end - grace.toNanos())
                .filter(operation -> !down.contains(operation.invocation().node()))
                .map(operation -> unanswered(operation, end))
                .toList();
        return Violation.decide(violations, "operations", operations.size());
    }

    private static Violation unanswered(Operation operation, long end) {
        Event invocation = operation.invocation();
        return Violation.shownBy(
                "The :" + operation.f() + " of " + Violation.who(invocation) + " was not answered in the "
                        + Violation.millis(Duration.ofNanos(end - operation.invokedAt()))
                        + " between its invocation and the end of the history.",
                invocation);
    }
}
