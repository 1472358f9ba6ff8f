package dev.faultline.checkers.transaction;

import java.util.Arrays;

/** Finds transactions that read the same version of a key and both wrote the key. */
final class LostUpdates {
    private static final int NOBODY = -1;

    private LostUpdates() {}

    /** O(uses of a transaction, squared, × n). */
    static void find(Transactions transactions, Flaws flaws) {
        int[] updaters = new int[transactions.versions().size()];
        int[] first = new int[transactions.versions().keys()];
        Arrays.fill(updaters, NOBODY);
        Arrays.fill(first, NOBODY);
        Uses uses = transactions.uses();
        for (int t = 0; t < transactions.size(); t++) {
            for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                if (!uses.isWrite(use) && isWritten(uses, t, uses.key(use))) {
                    boolean initial = uses.version(use) == Versions.INITIAL;
                    int[] known = initial ? first : updaters;
                    int place = initial ? uses.key(use) : uses.version(use);
                    if (known[place] == NOBODY) {
                        known[place] = t;
                    } else if (known[place] != t) {
                        report(transactions, known[place], t, use, flaws);
                    }
                }
            }
        }
    }

    private static boolean isWritten(Uses uses, int t, int key) {
        for (int use = uses.first(t); use < uses.first(t + 1); use++) {
            if (uses.isWrite(use) && uses.key(use) == key) {
                return true;
            }
        }
        return false;
    }

    private static void report(Transactions transactions, int one, int other, int use, Flaws flaws) {
        Versions versions = transactions.versions();
        int key = transactions.uses().key(use);
        int version = transactions.uses().version(use);
        flaws.add(
                Phenomenon.LOST_UPDATE,
                Words.starting(transactions.operation(one)) + " and " + Words.of(transactions.operation(other))
                        + " both read " + Words.of(versions.value(version)) + " in the key "
                        + Words.of(versions.keyName(key))
                        + ", and both wrote the key, so that one of them overwrote what it had not seen.",
                transactions.operation(one),
                transactions.operation(other));
    }
}
