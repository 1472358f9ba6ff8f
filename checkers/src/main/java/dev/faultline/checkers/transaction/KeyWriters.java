package dev.faultline.checkers.transaction;

import java.util.Arrays;

/** For each key and process, the places in the process of the transactions that write the key, ascending. */
final class KeyWriters {
    private final Transactions transactions;
    /** Groups of key k, one a process: {@code firstGroup[k]} to {@code firstGroup[k + 1]}. */
    private final int[] firstGroup;

    private final int[] processOf;
    private final int[] firstPlace;
    private final int[] places;

    /** O(n log n). */
    KeyWriters(Transactions transactions) {
        this.transactions = transactions;
        int keys = transactions.versions().keys();
        long[] writes = writes();
        firstGroup = new int[keys + 1];
        places = new int[writes.length];
        Ints processes = new Ints(writes.length / 4);
        Ints firsts = new Ints(writes.length / 4);
        int[] perKey = countPerKey(keys);
        int i = 0;
        for (int key = 0; key < keys; key++) {
            firstGroup[key] = processes.size();
            int end = i + perKey[key];
            Arrays.sort(writes, i, end);
            for (; i < end; i++) {
                int process = (int) (writes[i] >>> 32);
                boolean fresh = processes.size() == firstGroup[key] || processes.last() != process;
                if (fresh) {
                    processes.add(process);
                    firsts.add(i);
                }
                places[i] = (int) writes[i];
            }
        }
        firstGroup[keys] = processes.size();
        firsts.add(writes.length);
        processOf = processes.toArray();
        firstPlace = firsts.toArray();
    }

    int firstGroup(int key) {
        return firstGroup[key];
    }

    int process(int group) {
        return processOf[group];
    }

    /** The last writer in a group whose place is below a bound, or -1. O(log n). */
    int lastBefore(int group, int bound) {
        int found = search(group, bound);
        return found == firstPlace[group] ? -1 : transactions.ofProcess(processOf[group])[places[found - 1]];
    }

    private int search(int group, int bound) {
        int low = firstPlace[group];
        int high = firstPlace[group + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first writer in a group whose place is not below a bound, or -1. O(log n). */
    int firstFrom(int group, int bound) {
        int found = search(group, bound);
        return found == firstPlace[group + 1] ? -1 : transactions.ofProcess(processOf[group])[places[found]];
    }

    /** The last writer of a key in a process whose place is below a bound, or -1. */
    int lastBefore(int key, int process, int bound) {
        int group = Arrays.binarySearch(processOf, firstGroup[key], firstGroup[key + 1], process);
        return group < 0 ? -1 : lastBefore(group, bound);
    }

    private int[] countPerKey(int keys) {
        Uses uses = transactions.uses();
        int[] count = new int[keys];
        for (int use = 0; use < uses.first(transactions.size()); use++) {
            if (uses.isWrite(use)) {
                count[uses.key(use)]++;
            }
        }
        return count;
    }

    /** The writes by key, each as its process and place. A transaction that writes a key twice is there twice. */
    private long[] writes() {
        Uses uses = transactions.uses();
        int[] next = new int[transactions.versions().keys()];
        int[] count = countPerKey(next.length);
        for (int key = 1; key < next.length; key++) {
            next[key] = next[key - 1] + count[key - 1];
        }
        long[] writes = new long[Arrays.stream(count).sum()];
        for (int t = 0; t < transactions.size(); t++) {
            for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                if (uses.isWrite(use)) {
                    writes[next[uses.key(use)]++] = ((long) transactions.process(t) << 32) | transactions.place(t);
                }
            }
        }
        return writes;
    }
}
