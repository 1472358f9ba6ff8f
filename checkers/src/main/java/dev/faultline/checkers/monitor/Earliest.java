package dev.faultline.checkers.monitor;

import java.util.Arrays;

/**
 * The operation that returned first among those that began late enough: a Fenwick tree from the last beginning down.
 * O(log n) a step.
 */
final class Earliest {
    static final int NONE = -1;

    private final Spans spans;
    private final int[] operations;

    /** None at first but those that found the container empty. */
    Earliest(Tokens tokens) {
        spans = tokens.spans();
        operations = new int[spans.events() + 1];
        Arrays.fill(operations, NONE);
        tokens.empties().forEach(empty -> add(empty, spans.start(empty)));
    }

    /** @param begun from when on it counts, not before it was invoked */
    void add(int operation, int begun) {
        for (int i = operations.length - 1 - begun; i < operations.length; i += i & -i) {
            operations[i] = earlier(operations[i], operation);
        }
    }

    /** The first to return of those that began after a position, or -1. */
    int after(int position) {
        int earliest = NONE;
        for (int i = operations.length - 2 - position; i > 0; i -= i & -i) {
            earliest = earlier(earliest, operations[i]);
        }
        return earliest;
    }

    private int earlier(int one, int other) {
        if (one == NONE || other == NONE) {
            return Math.max(one, other);
        }
        return spans.end(other) < spans.end(one) ? other : one;
    }
}
