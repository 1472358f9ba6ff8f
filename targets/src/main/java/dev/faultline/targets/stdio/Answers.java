package dev.faultline.targets.stdio;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether enough was answered for the other verdicts to mean anything: of every kind of request at least one, unless few were made;
 * and the last read of every node. Unknown when not, since a program that answers nothing violates nothing. O(n).
 */
final class Answers implements Checker {
    /** With fewer tries than these, all may fail in an unlucky run. */
    private static final int FEW = 5;

    private static final List<Object> REFUSALS = List.of(
            ErrorCode.KEY_DOES_NOT_EXIST.keyword(),
            ErrorCode.KEY_ALREADY_EXISTS.keyword(),
            ErrorCode.PRECONDITION_FAILED.keyword());

    /** What became of the requests of one kind. */
    private static final class Kind {
        private int tried;
        private int answered;
        private Operation last;

        void add(Operation operation) {
            tried++;
            answered += isAnswered(operation) ? 1 : 0;
            last = operation;
        }
    }

    /** A request that is refused because of what the program holds has been dealt with. */
    private static boolean isAnswered(Operation operation) {
        return operation.isOk()
                || (operation.completion() != null
                        && operation.completion().error() instanceof List<?> error
                        && REFUSALS.contains(error.get(0)));
    }

    @Override
    public String name() {
        return "answers";
    }

    @Override
    public CheckResult check(History history, Budget budget) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        Map<String, Kind> lastReads = new LinkedHashMap<>();
        for (Operation operation : history.operations()) {
            kinds.computeIfAbsent(operation.f(), f -> new Kind()).add(operation);
            if (operation.f().equals(Request.LAST_READ)) {
                String node = operation.invocation().node();
                lastReads.computeIfAbsent(node, first -> new Kind()).add(operation);
            }
        }
        return gap(kinds, lastReads).map(CheckResult::unknown).orElseGet(() -> enough(kinds));
    }

    private static Optional<String> gap(Map<String, Kind> kinds, Map<String, Kind> lastReads) {
        if (kinds.isEmpty()) {
            return Optional.of("Nobody asked for anything: the run was too short for its rate.");
        }
        boolean nothing = kinds.values().stream().allMatch(kind -> kind.answered == 0);
        return lastReads.entrySet().stream()
                .filter(node -> !isAnswered(node.getValue().last))
                .findFirst()
                .map(node -> node.getKey() + " did not answer the last read, so nobody knows what it holds"
                        + end(node.getValue()))
                .or(() -> kinds.entrySet().stream()
                        .filter(kind -> kind.getValue().answered == 0)
                        .filter(kind -> nothing || kind.getValue().tried >= FEW)
                        .findFirst()
                        .map(kind -> "None of the " + kind.getValue().tried + " requests '" + kind.getKey()
                                + "' was answered, so nothing is known about them" + end(kind.getValue())));
    }

    private static String end(Kind kind) {
        Event completion = kind.last.completion();
        return completion == null || completion.error() == null
                ? "."
                : ". The last one ended with the error " + completion.error() + ".";
    }

    private static CheckResult enough(Map<String, Kind> kinds) {
        Map<String, Object> details = new LinkedHashMap<>();
        kinds.forEach((f, kind) -> details.put(f, kind.answered + " of " + kind.tried));
        return new CheckResult(Verdict.VALID, "", List.of(), details);
    }
}
