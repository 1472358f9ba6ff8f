package dev.faultline.checkers.monitor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Takes a history of a stack apart as a balanced word is taken apart: where the stack may have been empty, into the values
 * before and those after; otherwise some value lay at the bottom all the time, which is left out then. When no value can have
 * been at the bottom, there is no order (Lee and Mathur, "Efficient decrease-and-conquer linearizability monitoring", 2024,
 * arXiv 2410.04581, on stacks). O(n log n).
 *
 * <p>A value whose push and pop overlap may come and go in an instant, so only values that {@linkplain Passages#stays stay}
 * count. They are numbered by the ends of their pushes.
 */
final class StackOrder {
    private final Passages passages;
    private final int[] values;
    private final BitSet present = new BitSet();
    private final CoverTree cover;
    private final MaxTree takeStarts;
    private final MaxTree notYetAtTheBottom;
    private final MaxTree maybeAtTheBottom;
    private final Deque<Step> todo = new ArrayDeque<>();
    private final List<Step> steps = new ArrayList<>();
    private List<Integer> stuck = List.of();

    /**
     * A step of the taking apart.
     *
     * @param value the value that goes in, or comes out, or -1 when the values from {@code first} to {@code last} are to be
     *     taken apart
     * @param first the first value inside when this one goes in, or -1 when it comes out
     */
    record Step(int value, int first, int last) {}

    StackOrder(Passages passages) {
        this.passages = passages;
        values = Arrays.stream(passages.arrivals())
                .filter(value -> value != Tokens.NONE)
                .toArray();
        cover = new CoverTree(values.length);
        takeStarts = new MaxTree(values.length);
        notYetAtTheBottom = new MaxTree(values.length);
        maybeAtTheBottom = new MaxTree(values.length);
        for (int i = 0; i < values.length; i++) {
            present.set(i);
            takeStarts.put(i, passages.takeStart(values[i]));
            notYetAtTheBottom.put(i, -passages.putStart(values[i]));
            cover.add(i + 1, lastBefore(passages.takeStart(values[i])), 1);
        }
        todo.push(new Step(-1, 0, values.length - 1));
        while (!todo.isEmpty() && stuck.isEmpty()) {
            advance(todo.pop());
        }
    }

    private void advance(Step step) {
        if (step.value >= 0) {
            steps.add(step);
            return;
        }
        int first = present.nextSetBit(step.first);
        int last = step.last < 0 ? -1 : present.previousSetBit(step.last);
        if (first < 0 || first > last) {
            return;
        }
        int cut = cover.uncovered(first + 1, last);
        if (cut == CoverTree.NONE) {
            takeBottom(first, last);
        } else {
            todo.push(new Step(-1, cut, last));
            todo.push(new Step(-1, first, cut - 1));
        }
    }

    private void takeBottom(int first, int last) {
        int bottom = bottom(first, last);
        if (bottom == MaxTree.NONE) {
            stuck = chain(first, last);
            return;
        }
        present.clear(bottom);
        takeStarts.vacate(bottom);
        maybeAtTheBottom.vacate(bottom);
        cover.add(bottom + 1, lastBefore(passages.takeStart(values[bottom])), -1);
        steps.add(new Step(values[bottom], values[first], -1));
        todo.push(new Step(values[bottom], -1, -1));
        todo.push(new Step(-1, first, last));
    }

    /** A value that can go in before all others are in, and come out after all others began to come out. */
    private int bottom(int first, int last) {
        int allIn = passages.putEnd(values[first]);
        int early = notYetAtTheBottom.largest(first, last);
        while (early != MaxTree.NONE && -notYetAtTheBottom.at(early) < allIn) {
            notYetAtTheBottom.vacate(early);
            maybeAtTheBottom.put(early, passages.takeEnd(values[early]));
            early = notYetAtTheBottom.largest(first, last);
        }
        int latest = maybeAtTheBottom.largest(first, last);
        return latest != MaxTree.NONE && maybeAtTheBottom.at(latest) > takeStarts.at(takeStarts.largest(first, last))
                ? latest
                : MaxTree.NONE;
    }

    /** The last value that was in before this position. O(log n). */
    private int lastBefore(int position) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (passages.putEnd(values[middle]) < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Of values none of which can be at the bottom, few that are surely inside, one after the other, all the time. */
    private List<Integer> chain(int first, int last) {
        long until = takeStarts.at(takeStarts.largest(first, last));
        List<Integer> chain = new ArrayList<>(List.of(values[first]));
        for (int covered = passages.takeStart(values[first]); covered < until; ) {
            int next = values[takeStarts.largest(first, lastBefore(covered))];
            chain.add(next);
            covered = passages.takeStart(next);
        }
        return shortened(chain);
    }

    /** A value more makes no contradiction go away, so the shortest parts are found by halving. O(k log k). */
    private List<Integer> shortened(List<Integer> chain) {
        int good = 1;
        int bad = chain.size();
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            if (hasBottom(chain.subList(0, middle))) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        int low = 0;
        int high = bad - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (hasBottom(chain.subList(middle, bad))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return chain.subList(low, bad);
    }

    private boolean hasBottom(List<Integer> chain) {
        int allIn = passages.putEnd(chain.get(0));
        int nobodyOut = passages.takeStart(chain.get(chain.size() - 1));
        return chain.stream()
                .anyMatch(value -> passages.putStart(value) < allIn && passages.takeEnd(value) > nobodyOut);
    }

    /** A few values, each inside after the other, none of which can have been at the bottom; empty when there is an order. */
    List<Integer> stuck() {
        return stuck;
    }

    /** The order in which the values that stay go in and come out, when there is one. */
    List<Step> steps() {
        return steps;
    }

    Passages passages() {
        return passages;
    }
}
