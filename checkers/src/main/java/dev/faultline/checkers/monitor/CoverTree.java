package dev.faultline.checkers.monitor;

/** How often each place is covered, by ranges of places that come and go. Each step costs O(log places). */
final class CoverTree {
    static final int NONE = -1;

    private final int leaves;
    private final int[] added;
    private final int[] least;

    CoverTree(int places) {
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, places - 1)) * 2);
        added = new int[2 * leaves];
        least = new int[2 * leaves];
    }

    /** Covers the places from {@code first} to {@code last}, both included, so many times more. */
    void add(int first, int last, int times) {
        if (first <= last) {
            add(1, 0, leaves - 1, first, last, times);
        }
    }

    private void add(int node, int from, int to, int first, int last, int times) {
        if (first <= from && to <= last) {
            added[node] += times;
            least[node] += times;
            return;
        }
        int middle = (from + to) >>> 1;
        if (first <= middle) {
            add(2 * node, from, middle, first, last, times);
        }
        if (last > middle) {
            add(2 * node + 1, middle + 1, to, first, last, times);
        }
        least[node] = added[node] + Math.min(least[2 * node], least[2 * node + 1]);
    }

    /** The first place between two, both included, that nothing covers; -1 when there is none. */
    int uncovered(int first, int last) {
        return first > last ? NONE : uncovered(1, 0, leaves - 1, first, last);
    }

    private int uncovered(int node, int from, int to, int first, int last) {
        if (least[node] > 0 || from > last || to < first) {
            return NONE;
        }
        if (from == to) {
            return from;
        }
        if (added[node] > 0) {
            return NONE;
        }
        int middle = (from + to) >>> 1;
        int left = uncovered(2 * node, from, middle, first, last);
        return left != NONE ? left : uncovered(2 * node + 1, middle + 1, to, first, last);
    }
}
