package dev.faultline.checkers.monitor;

import java.util.Arrays;

/** Numbers at places, some of them vacant, and the largest in a range of places. Each step costs O(log places). */
final class MaxTree {
    static final int NONE = -1;
    private static final long VACANT = Long.MIN_VALUE;

    private final long[] numbers;
    private final int[] winners;
    private final int leaves;

    MaxTree(int places) {
        leaves = Math.max(1, Integer.highestOneBit(Math.max(1, places - 1)) * 2);
        numbers = new long[leaves];
        winners = new int[2 * leaves];
        Arrays.fill(numbers, VACANT);
        for (int place = 0; place < leaves; place++) {
            winners[leaves + place] = place;
        }
        for (int node = leaves - 1; node > 0; node--) {
            winners[node] = winners[2 * node];
        }
    }

    void put(int place, long number) {
        numbers[place] = number;
        for (int node = (leaves + place) / 2; node > 0; node /= 2) {
            winners[node] = larger(winners[2 * node], winners[2 * node + 1]);
        }
    }

    void vacate(int place) {
        put(place, VACANT);
    }

    long at(int place) {
        return numbers[place];
    }

    /** The place of the largest number between two places, both included; -1 when all are vacant. */
    int largest(int first, int last) {
        int best = first;
        int left = leaves + first;
        int right = leaves + last + 1;
        while (left < right) {
            if ((left & 1) == 1) {
                best = larger(best, winners[left++]);
            }
            if ((right & 1) == 1) {
                best = larger(best, winners[--right]);
            }
            left /= 2;
            right /= 2;
        }
        return numbers[best] == VACANT ? NONE : best;
    }

    private int larger(int one, int other) {
        return numbers[other] > numbers[one] ? other : one;
    }
}
