package dev.faultline.checkers.monitor;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Intervals that are taken away one by one; one is free when none that is left ends before it begins. O(n log n) in all. */
final class Precedence {
    private final int[] starts;
    private final int[] ends;
    private final int[] byStart;
    private final int[] byEnd;
    private final boolean[] gone;
    private int freed;
    private int ended;

    Precedence(int[] starts, int[] ends) {
        this.starts = starts;
        this.ends = ends;
        byStart = sortedBy(starts);
        byEnd = sortedBy(ends);
        gone = new boolean[starts.length];
    }

    private static int[] sortedBy(int[] keys) {
        long[] pairs = new long[keys.length];
        Arrays.setAll(pairs, i -> ((long) keys[i] << Integer.SIZE) | i);
        Arrays.sort(pairs);
        return Arrays.stream(pairs).mapToInt(pair -> (int) pair).toArray();
    }

    void takeAway(int interval) {
        gone[interval] = true;
    }

    /** Tells of each interval once, when it is free. */
    void tellFree(IntConsumer reader) {
        while (ended < byEnd.length && gone[byEnd[ended]]) {
            ended++;
        }
        int firstEnd = ended < byEnd.length ? ends[byEnd[ended]] : Spans.NEVER;
        while (freed < byStart.length && starts[byStart[freed]] <= firstEnd) {
            reader.accept(byStart[freed++]);
        }
    }
}
