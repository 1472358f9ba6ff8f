package dev.faultline.checkers.monitor;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Operation;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/** What a monitor tells its reader. */
record Outcome(String model, String algorithm, Spans spans) {

    /** @param order the operations in the order in which they may have taken effect */
    CheckResult valid(int[] order) {
        Map<String, Object> details = details();
        details.put("linearization", new Indices(spans, order));
        return new CheckResult(Verdict.VALID, "", List.of(), details);
    }

    /** @param contradiction the one in so many events from the beginning, if there is any */
    CheckResult invalid(IntFunction<Optional<Pattern>> contradiction) {
        int prefix = longestPrefix(contradiction);
        Pattern pattern = contradiction.apply(prefix + 1).orElseThrow();
        Map<String, Object> details = details();
        details.put("pattern", pattern.name());
        details.put("prefix", prefix);
        details.put("blocked", blocked(prefix));
        return new CheckResult(Verdict.INVALID, pattern.explanation(), spans.evidence(pattern.operations()), details);
    }

    /** @param pattern the contradiction; the operation without a place is the one of them that returned last */
    CheckResult invalid(Pattern pattern) {
        Map<String, Object> details = details();
        details.put("pattern", pattern.name());
        int last = pattern.operations().stream()
                .filter(i -> spans.end(i) != Spans.NEVER)
                .max(Comparator.comparingInt(spans::end))
                .orElseThrow();
        details.put("blocked", spans.operation(last).invocation().index());
        return new CheckResult(Verdict.INVALID, pattern.explanation(), spans.evidence(pattern.operations()), details);
    }

    /** How many events there are before the first that no order allows. O(log n) calls. */
    private int longestPrefix(IntFunction<Optional<Pattern>> contradiction) {
        int good = 0;
        int bad = spans.events();
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            if (contradiction.apply(middle).isPresent()) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        return good;
    }

    /** The index of the invocation whose completion is the event after the prefix. */
    private int blocked(int prefix) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.end(i) == prefix) {
                return spans.operation(i).invocation().index();
            }
        }
        throw new IllegalStateException("Event " + prefix + " completes nothing.");
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("model", model);
        details.put("monitor", algorithm);
        details.put("operations", spans.size());
        return details;
    }

    /** The indices of the invocations of operations, without an object for each. */
    private static final class Indices extends AbstractList<Integer> implements RandomAccess {
        private final Spans spans;
        private final int[] order;

        Indices(Spans spans, int[] order) {
            this.spans = spans;
            this.order = order;
        }

        @Override
        public Integer get(int i) {
            Operation operation = spans.operation(order[i]);
            return operation.invocation().index();
        }

        @Override
        public int size() {
            return order.length;
        }
    }
}
