package dev.faultline.checkers.transaction;

import java.util.HashMap;
import java.util.Map;

/** Finds transactions that read the same version of a key and both wrote the key. */
final class LostUpdates {
    private LostUpdates() {}

    /** O(uses of a transaction, squared, × n). */
    static void find(Transactions transactions, Flaws flaws) {
        Map<Long, Integer> updaters = new HashMap<>();
        Uses uses = transactions.uses();
        for (int t = 0; t < transactions.size(); t++) {
            for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                if (!uses.isWrite(use) && isWritten(uses, t, uses.key(use))) {
                    long version = ((long) uses.key(use) << 32) | (uses.version(use) + 1);
                    Integer other = updaters.putIfAbsent(version, t);
                    if (other != null && other != t) {
                        report(transactions, other, t, use, flaws);
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
