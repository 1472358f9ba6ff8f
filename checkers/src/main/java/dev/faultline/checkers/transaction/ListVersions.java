package dev.faultline.checkers.transaction;

import java.util.Arrays;

/** The versions of lists: in order as far as somebody read them, and the others. */
final class ListVersions {
    private final Accesses accesses;
    private final Written written;
    private final ListOrder order;
    private final int[] writers;

    ListVersions(Accesses accesses, Written written, ListOrder order, int[] writers) {
        this.accesses = accesses;
        this.written = written;
        this.order = order;
        this.writers = writers;
    }

    Versions versions() {
        boolean[] read = new boolean[written.size()];
        int[][] ordered = new int[accesses.keys()][];
        for (int key = 0; key < ordered.length; key++) {
            ordered[key] = Arrays.stream(order.versions(key))
                    .filter(version -> version != Written.NOBODY && writers[version] >= 0)
                    .toArray();
            for (int version : ordered[key]) {
                read[version] = true;
            }
        }
        return new Versions(writers, written.keys(), written.values(), accesses.keyNames(), ordered, loose(read));
    }

    /** Of each key and transaction the last version that nobody read. */
    private int[][] loose(boolean[] read) {
        Ints[] loose = new Ints[accesses.keys()];
        Arrays.setAll(loose, key -> new Ints(4));
        int[] keys = written.keys();
        for (int version = 0; version < read.length; version++) {
            if (!read[version] && writers[version] >= 0) {
                Ints known = loose[keys[version]];
                if (!known.isEmpty() && writers[known.last()] == writers[version]) {
                    known.removeLast();
                }
                known.add(version);
            }
        }
        return Arrays.stream(loose).map(Ints::toArray).toArray(int[][]::new);
    }
}
