package dev.faultline.checkers.workload;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A transaction that writes one key, or that reads some.
 *
 * @param values what was written or read, by key; of a read that did not end {@code :ok}, nothing
 */
record ForkTransaction(Span span, boolean isWrite, Map<Object, Object> values) {
    private static final Set<String> FS = Set.of("txn", "read", "write");
    private static final String SHAPE = "[[:w key value]], the value not nil, or [[:r key value] …], each key once,";

    /** The transactions of a history, in the order of their invocations. O(n). */
    static List<ForkTransaction> of(History history) {
        List<ForkTransaction> transactions = new ArrayList<>();
        for (Span span : Span.of(history)) {
            if (FS.contains(span.operation().f())) {
                transactions.add(of(span));
            }
        }
        return transactions;
    }

    private static ForkTransaction of(Span span) {
        Event invocation = span.invocation();
        Collection<?> asked = Shapes.collection(invocation, SHAPE);
        boolean write = asked.stream().anyMatch(part -> isWrite(invocation, part));
        if (asked.isEmpty() || (write && asked.size() > 1)) {
            throw Shapes.malformed(invocation, SHAPE);
        }
        Map<Object, Object> values = values(write || !span.isOk() ? invocation : span.event(), write);
        return new ForkTransaction(span, write, values);
    }

    private static Map<Object, Object> values(Event event, boolean write) {
        Map<Object, Object> values = new LinkedHashMap<>();
        for (Object part : Shapes.collection(event, SHAPE)) {
            List<?> step = Shapes.tuple(event, part, 3, SHAPE);
            boolean again = values.containsKey(step.get(1));
            if (isWrite(event, part) != write || again || (write && step.get(2) == null)) {
                throw Shapes.malformed(event, SHAPE);
            }
            values.put(step.get(1), step.get(2));
        }
        return values;
    }

    private static boolean isWrite(Event event, Object part) {
        return switch (Shapes.word(Shapes.tuple(event, part, 3, SHAPE).get(0))) {
            case "w" -> true;
            case "r" -> false;
            default -> throw Shapes.malformed(event, SHAPE);
        };
    }

    /** The key of a write. */
    Object key() {
        return values.keySet().iterator().next();
    }
}
