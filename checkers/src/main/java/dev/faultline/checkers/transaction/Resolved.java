package dev.faultline.checkers.transaction;

/**
 * A history whose reads are resolved to the writes that they saw.
 *
 * @param ambiguity why some reads could not be resolved; empty when all could
 */
record Resolved(Transactions transactions, Flaws flaws, String ambiguity) {

    /** O(size of all values). */
    static Resolved of(Accesses accesses) {
        Resolved resolved =
                accesses.areLists() ? new ListResolver(accesses).resolve() : new RegisterResolver(accesses).resolve();
        LostUpdates.find(resolved.transactions(), resolved.flaws());
        return resolved;
    }
}
