package dev.faultline.checkers.monitor;

import java.util.Arrays;

/**
 * Merges operations into one order by the time at which each takes effect; those of the same time stay in the order in which
 * they were placed. O(operations + times).
 */
final class Timeline {
    private final int[] operations;
    private final int[] timeOf;
    private final int times;
    private int placed;

    /**
     * @param size how many operations there are at most
     * @param times every time is less
     */
    Timeline(int size, int times) {
        operations = new int[size];
        timeOf = new int[size];
        this.times = times;
    }

    void place(int time, int operation) {
        timeOf[placed] = time;
        operations[placed++] = operation;
    }

    int[] order() {
        int[] places = new int[times + 1];
        for (int i = 0; i < placed; i++) {
            places[timeOf[i] + 1]++;
        }
        Arrays.parallelPrefix(places, Integer::sum);
        int[] order = new int[placed];
        for (int i = 0; i < placed; i++) {
            order[places[timeOf[i]]++] = operations[i];
        }
        return order;
    }
}
