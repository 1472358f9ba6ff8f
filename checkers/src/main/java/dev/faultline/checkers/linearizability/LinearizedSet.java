package dev.faultline.checkers.linearizability;

import java.util.Arrays;
import java.util.List;

/**
 * Which calls are linearized.
 *
 * <p>Calls that completed come first, numbered by invocation, then the optional ones from a word of their own. Of the
 * completed ones everything before some word is linearized and nothing after another, so a snapshot holds only the words
 * between, however long the history is.
 */
final class LinearizedSet {
    private final int[] bit;
    private final long[] salt;
    private final long[] words;
    private final int optionalWord;
    private int low;
    private int high;
    private long hash;

    LinearizedSet(List<Call> calls) {
        bit = new int[calls.size()];
        salt = new long[calls.size()];
        int completed = (int) calls.stream().filter(call -> !call.isOptional()).count();
        // One word more than needed: the last word of the completed calls is never full, so low stops there.
        optionalWord = completed / Long.SIZE + 1;
        int nextCompleted = 0;
        int nextOptional = optionalWord * Long.SIZE;
        for (int i = 0; i < bit.length; i++) {
            bit[i] = calls.get(i).isOptional() ? nextOptional++ : nextCompleted++;
            salt[i] = mix(i + 1);
        }
        words = new long[(nextOptional + Long.SIZE - 1) / Long.SIZE];
    }

    void add(int call) {
        int word = bit[call] >>> 6;
        words[word] |= 1L << bit[call];
        hash ^= salt[call];
        if (word < optionalWord) {
            high = Math.max(high, word);
            while (words[low] == -1L) {
                low++;
            }
        }
    }

    void remove(int call) {
        int word = bit[call] >>> 6;
        words[word] &= ~(1L << bit[call]);
        hash ^= salt[call];
        if (word < optionalWord) {
            low = Math.min(low, word);
            while (high > 0 && words[high] == 0) {
                high--;
            }
        }
    }

    /** Equal for equal sets. */
    long hash() {
        return hash;
    }

    long[] snapshot() {
        int window = Math.max(0, high - low + 1);
        long[] snapshot = Arrays.copyOf(new long[] {low}, 1 + window + words.length - optionalWord);
        System.arraycopy(words, low, snapshot, 1, window);
        System.arraycopy(words, optionalWord, snapshot, 1 + window, words.length - optionalWord);
        return snapshot;
    }

    boolean matches(long[] snapshot) {
        int window = Math.max(0, high - low + 1);
        return snapshot[0] == low
                && Arrays.equals(words, low, low + window, snapshot, 1, Math.min(1 + window, snapshot.length))
                && Arrays.equals(words, optionalWord, words.length, snapshot, 1 + window, snapshot.length);
    }

    /** Spreads consecutive numbers over 64 bits, so that sets differ in the xor of their calls (Zobrist hashing). */
    private static long mix(long number) {
        long z = number * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
