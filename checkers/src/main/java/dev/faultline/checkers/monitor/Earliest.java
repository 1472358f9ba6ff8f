package dev.faultline.checkers.monitor;

import java.util.Arrays;

/** The earliest end among the intervals that begin late enough: a Fenwick tree from the last beginning down. O(log n) a step. */
final class Earliest {
    private final int[] ends;

    Earliest(int positions) {
        ends = new int[positions + 1];
        Arrays.fill(ends, Spans.NEVER);
    }

    void add(int start, int end) {
        for (int i = ends.length - 1 - start; i < ends.length; i += i & -i) {
            ends[i] = Math.min(ends[i], end);
        }
    }

    /** The earliest end of an interval that begins after a position, or {@link Spans#NEVER}. */
    int endAfter(int position) {
        int earliest = Spans.NEVER;
        for (int i = ends.length - 2 - position; i > 0; i -= i & -i) {
            earliest = Math.min(earliest, ends[i]);
        }
        return earliest;
    }
}
