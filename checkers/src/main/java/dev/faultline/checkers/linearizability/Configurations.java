package dev.faultline.checkers.linearizability;

import java.util.Arrays;

/**
 * A growing list of configurations without repetition. A configuration is a few words: moment and state, how many pending
 * calls of each counted class took effect, and which of the open calls did.
 */
final class Configurations {
    static final int MASK = 2;

    private final int stride;
    private final Usage usage;
    private long[] words;
    private int[] table = new int[64];
    private int size;

    /** @param stride how many words a configuration has */
    Configurations(int stride, Usage usage) {
        this.stride = stride;
        this.usage = usage;
        words = new long[16 * stride];
    }

    static long head(int moment, int state) {
        return (long) moment << 32 | state;
    }

    static int moment(long[] configuration) {
        return (int) (configuration[0] >>> 32);
    }

    static int state(long[] configuration) {
        return (int) configuration[0];
    }

    int size() {
        return size;
    }

    void copy(int number, long[] target) {
        System.arraycopy(words, number * stride, target, 0, stride);
    }

    /** Adds a configuration, unless it is there, or one that is better: the same with fewer pending calls used. */
    boolean add(long[] configuration) {
        int mask = table.length - 1;
        int place = hash(configuration, 0) & mask;
        for (; table[place] != 0; place = place + 1 & mask) {
            int at = (table[place] - 1) * stride;
            if (same(at, configuration) && usage.isAtMost((int) words[at + 1], (int) configuration[1])) {
                return false;
            }
        }
        append(configuration);
        table[place] = size;
        if (2 * size > table.length) {
            grow();
        }
        return true;
    }

    private void append(long[] configuration) {
        int at = size * stride;
        if (at + stride > words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        System.arraycopy(configuration, 0, words, at, stride);
        size++;
    }

    private boolean same(int at, long[] configuration) {
        if (words[at] != configuration[0]) {
            return false;
        }
        for (int i = MASK; i < stride; i++) {
            if (words[at + i] != configuration[i]) {
                return false;
            }
        }
        return true;
    }

    private int hash(long[] from, int at) {
        long hash = from[at] * 0x9E3779B97F4A7C15L;
        for (int i = MASK; i < stride; i++) {
            hash = (hash ^ hash >>> 29 ^ from[at + i]) * 0xBF58476D1CE4E5B9L;
        }
        return (int) (hash >>> 32);
    }

    private void grow() {
        table = new int[2 * table.length];
        int mask = table.length - 1;
        for (int i = 0; i < size; i++) {
            int place = hash(words, i * stride) & mask;
            while (table[place] != 0) {
                place = place + 1 & mask;
            }
            table[place] = i + 1;
        }
    }
}
