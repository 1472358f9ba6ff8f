package dev.faultline.checkers.workload;

import dev.faultline.checkers.history.Event;
import java.util.Arrays;

/**
 * The lowest and the highest value that a counter may have after each event.
 *
 * <p>Each event only widens the range (an add begins) or narrows it (an add is acknowledged), so the ranges after
 * successive events overlap, and those of an interval join into one.
 */
final class CounterBounds {
    private final Extremes lowest;
    private final Extremes negatedHighest;
    private long low;
    private long high;
    private int position;

    CounterBounds(int events) {
        this.lowest = new Extremes(events);
        this.negatedHighest = new Extremes(events);
    }

    void mayAdd(Event event, long amount) {
        if (amount > 0) {
            high = Shapes.sum(event, high, amount);
        } else {
            low = Shapes.sum(event, low, amount);
        }
    }

    void added(Event event, long amount) {
        if (amount > 0) {
            low = Shapes.sum(event, low, amount);
        } else {
            high = Shapes.sum(event, high, amount);
        }
    }

    /** Fixes the range after one more event. Amortized O(1). */
    void stepped() {
        lowest.push(position, low);
        negatedHighest.push(position, -high);
        position++;
    }

    /** The lowest value after the event at this position or a later one. O(log n). */
    long lowestSince(int since) {
        return lowest.minimumSince(since);
    }

    /** The highest value after the event at this position or a later one. O(log n). */
    long highestSince(int since) {
        return -negatedHighest.minimumSince(since);
    }

    /** A stack of the positions whose value is lower than all later ones: rising from the bottom to the top. */
    private static final class Extremes {
        private final int[] positions;
        private final long[] values;
        private int size;

        Extremes(int capacity) {
            positions = new int[capacity];
            values = new long[capacity];
        }

        void push(int position, long value) {
            while (size > 0 && values[size - 1] >= value) {
                size--;
            }
            positions[size] = position;
            values[size++] = value;
        }

        long minimumSince(int position) {
            int found = Arrays.binarySearch(positions, 0, size, position);
            return values[found >= 0 ? found : -found - 1];
        }
    }
}
