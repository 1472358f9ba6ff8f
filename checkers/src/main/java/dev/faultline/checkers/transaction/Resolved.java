package dev.faultline.checkers.transaction;

/**
 * A history whose reads are resolved to the writes that they saw.
 *
 * @param flaws those found; of an ambiguous history only those that hold whoever wrote what
 * @param ambiguity why some reads could not be resolved; empty when all could
 */
record Resolved(Transactions transactions, Flaws flaws, String ambiguity) {

    /** O(size of all values). */
    static Resolved of(Accesses accesses) {
        Resolved resolved =
                accesses.areLists() ? new ListResolver(accesses).resolve() : new RegisterResolver(accesses).resolve();
        if (!resolved.ambiguity.isEmpty()) {
            return new Resolved(
                    resolved.transactions, resolved.flaws.only(Phenomenon.GARBAGE_READ), resolved.ambiguity);
        }
        LostUpdates.find(resolved.transactions(), resolved.flaws());
        return resolved;
    }
}
