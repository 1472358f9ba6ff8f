package dev.faultline.checkers.transaction;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The versions of each key, as far as they are known to be in order, and the others. */
final class Versions {
    /** The version of a key before anybody wrote it. */
    static final int INITIAL = -1;

    private final int[] writers;
    private final int[] keys;
    private final Object[] values;
    private final List<Object> keyNames;
    private final int[][] ordered;
    private final int[][] loose;

    /**
     * @param writers the committed transaction that wrote a version, or -1
     * @param ordered for each key, its first versions, in order
     * @param loose for each key, the versions that follow in some order
     */
    Versions(int[] writers, int[] keys, Object[] values, List<Object> keyNames, int[][] ordered, int[][] loose) {
        this.writers = writers;
        this.keys = keys;
        this.values = values;
        this.keyNames = keyNames;
        this.ordered = ordered;
        this.loose = loose;
    }

    int size() {
        return writers.length;
    }

    int writer(int version) {
        return version == INITIAL ? -1 : writers[version];
    }

    int key(int version) {
        return keys[version];
    }

    Object value(int version) {
        return version == INITIAL ? null : values[version];
    }

    int keys() {
        return ordered.length;
    }

    Object keyName(int key) {
        return keyNames.get(key);
    }

    int[] ordered(int key) {
        return ordered[key];
    }

    int[] loose(int key) {
        return loose[key];
    }

    /** Whether some versions may stand in more than one order. */
    boolean anyUndecided() {
        return Arrays.stream(loose).anyMatch(versions -> versions.length > 1);
    }

    /** The versions of some transactions, with their new numbers; -1 leaves one out. */
    Versions only(int[] numbers) {
        int[] left = Arrays.stream(writers)
                .map(writer -> writer < 0 ? -1 : numbers[writer])
                .toArray();
        return new Versions(left, keys, values, keyNames, only(ordered, left), only(loose, left));
    }

    private static int[][] only(int[][] versions, int[] writers) {
        return Arrays.stream(versions)
                .map(some -> Arrays.stream(some)
                        .filter(version -> writers[version] >= 0)
                        .toArray())
                .toArray(int[][]::new);
    }

    /** The same, where all versions are in order: those without one by the ranks of their writers. */
    Versions ranked(int[] ranks) {
        int[][] order = new int[ordered.length][];
        for (int key = 0; key < order.length; key++) {
            order[key] = loose[key].length == 0 ? ordered[key] : ranked(ordered[key], loose[key], ranks);
        }
        return new Versions(writers, keys, values, keyNames, order, new int[order.length][0]);
    }

    private int[] ranked(int[] first, int[] rest, int[] ranks) {
        return IntStream.concat(
                        Arrays.stream(first),
                        Arrays.stream(rest)
                                .boxed()
                                .sorted(Comparator.comparingInt(version -> ranks[writers[version]]))
                                .mapToInt(version -> version))
                .toArray();
    }
}
