package dev.faultline.checkers.linearizability;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many pending calls of each counted class took effect, as a small number: 0 is none at all. The other classes are taken
 * to be inexhaustible, which is only good for those that change nothing the second time.
 */
final class Usage {
    private final int[] columns;
    private final int width;
    private final Map<IntBuffer, Integer> numbers = new HashMap<>();
    private final List<int[]> counts = new ArrayList<>();
    private int mistaken = -1;

    /** @param counted which of the classes are counted */
    Usage(boolean[] counted) {
        columns = new int[counted.length];
        int column = 0;
        for (int i = 0; i < counted.length; i++) {
            columns[i] = counted[i] ? column++ : -1;
        }
        width = column;
        number(new int[width]);
    }

    boolean isCounted(int pendingClass) {
        return columns[pendingClass] >= 0;
    }

    boolean countsAll() {
        return width == columns.length;
    }

    int count(int usage, int pendingClass) {
        return counts.get(usage)[columns[pendingClass]];
    }

    /** One more of a class, which stays the same number for a class that is not counted. */
    int oneMore(int usage, int pendingClass) {
        if (!isCounted(pendingClass)) {
            return usage;
        }
        int[] more = counts.get(usage).clone();
        more[columns[pendingClass]]++;
        return number(more);
    }

    /** A class that is not counted turned out to change something every time, as an increment does. */
    void mustCount(int pendingClass) {
        mistaken = pendingClass;
    }

    /** A class that must be counted and is not, or -1. */
    int mistaken() {
        return mistaken;
    }

    /** Whether no class is used more often. */
    boolean isAtMost(int one, int other) {
        if (one == other) {
            return true;
        }
        int[] left = counts.get(one);
        int[] right = counts.get(other);
        for (int i = 0; i < width; i++) {
            if (left[i] > right[i]) {
                return false;
            }
        }
        return true;
    }

    private int number(int[] vector) {
        return numbers.computeIfAbsent(IntBuffer.wrap(vector), added -> {
            counts.add(vector);
            return counts.size() - 1;
        });
    }
}
