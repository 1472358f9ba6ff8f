package dev.faultline.checkers.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Places the extractions of a priority queue, the least value first. A value comes out at the first instant of its extraction
 * in which nothing less need be inside. Larger values are in nobody's way, so what was placed stays where it is; and a value
 * placed so is inside only while it must be, or while something less must be. So when an extraction has no such instant, there
 * is no order (values taken in order of priority as in Lee and Mathur, "Efficient decrease-and-conquer linearizability
 * monitoring", 2024, arXiv 2410.04581). O(n log n).
 *
 * <p>An instant is known by the position of the event before it.
 */
final class PriorityOrder {
    private final Passages passages;
    private final int[] byPriority;
    private final int[] outAfter;
    private final int[] nextFree;
    private int stuck = Tokens.NONE;

    PriorityOrder(Passages passages) {
        this.passages = passages;
        byPriority = byPriority(passages);
        outAfter = new int[passages.size()];
        nextFree = IntStream.rangeClosed(0, passages.spans().events()).toArray();
        for (int i = 0; i < byPriority.length && stuck == Tokens.NONE; i++) {
            place(byPriority[i]);
        }
    }

    /** The values, the least first. Sorts numbers rather than objects, which keeps them at hand. */
    static int[] byPriority(Passages passages) {
        long[] sorted = new long[passages.size()];
        Arrays.setAll(sorted, value -> number(passages, value));
        long[] numbers = sorted.clone();
        Arrays.sort(sorted);
        int[] values = new int[sorted.length];
        for (int value = 0; value < values.length; value++) {
            values[Arrays.binarySearch(sorted, numbers[value])] = value;
        }
        return Arrays.stream(values).filter(passages::matters).toArray();
    }

    private static long number(Passages passages, int value) {
        return (Long) passages.tokens().value(value);
    }

    private void place(int value) {
        outAfter[value] = free(Math.max(passages.putStart(value), passages.takeStart(value)));
        if (outAfter[value] >= passages.takeEnd(value)) {
            stuck = value;
        } else if (passages.stays(value)) {
            occupy(passages.putEnd(value), passages.takeStart(value));
        }
    }

    private void occupy(int from, int until) {
        for (int instant = free(from); instant < until; instant = free(instant)) {
            nextFree[instant] = instant + 1;
        }
    }

    /** The first instant, from this one on, in which nothing placed must be inside. Amortised O(log n), halving the path. */
    private int free(int instant) {
        int at = instant;
        while (nextFree[at] != at) {
            nextFree[at] = nextFree[nextFree[at]];
            at = nextFree[at];
        }
        return at;
    }

    Optional<Pattern> contradiction() {
        if (stuck == Tokens.NONE) {
            return Optional.empty();
        }
        Tokens tokens = passages.tokens();
        long number = number(passages, stuck);
        int from = Math.max(passages.putStart(stuck), passages.takeStart(stuck));
        List<Integer> less =
                Coverage.chain(passages, from, passages.takeEnd(stuck), value -> number(passages, value) < number);
        List<Integer> values = new ArrayList<>(less);
        values.add(stuck);
        int taker = tokens.takenBy(stuck);
        int since = passages.takeStart(stuck) == from ? taker : tokens.putBy(stuck);
        return Optional.of(Pattern.of(
                "value before a lesser one",
                "Process " + tokens.spans().operation(taker).process() + " extracted " + number + " (event "
                        + tokens.spans().operation(taker).completion().index()
                        + "), yet something less was surely inside all the time since event "
                        + tokens.eventOf(since) + ": " + passages.names(less) + ".",
                passages.operations(values).toArray(new Integer[0])));
    }

    /** The values in the order of their extractions within the same instant. */
    int[] values() {
        return byPriority;
    }

    /** The instant in which a value comes out; the number of events when it stays inside. */
    int outAfter(int value) {
        return outAfter[value];
    }

    Passages passages() {
        return passages;
    }
}
