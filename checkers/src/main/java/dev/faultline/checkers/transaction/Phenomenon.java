package dev.faultline.checkers.transaction;

import java.util.EnumSet;
import java.util.Set;

/** What is wrong with a single transaction or key, whatever the order of transactions. */
enum Phenomenon {
    /** A read of a value that nobody wrote. */
    GARBAGE_READ("garbage-read", Phenomenon.roots()),
    /** An element twice in one list. */
    DUPLICATE_ELEMENTS("duplicate-elements", Phenomenon.roots()),
    /** Two reads of a list of which neither is a prefix of the other. */
    INCOMPATIBLE_ORDER("incompatible-order", Phenomenon.roots()),
    /** A read of what a failed transaction wrote. */
    G1A("G1a", Phenomenon.readCommitted()),
    /** A read of a value that its transaction overwrote later. */
    G1B("G1b", Phenomenon.readCommitted()),
    /** A committed version on top of one of a failed transaction. */
    DIRTY_UPDATE("dirty-update", Phenomenon.readCommitted()),
    /** A transaction that does not see its own write, or sees it too early. */
    OWN_WRITE_UNSEEN("internal", Phenomenon.readCommitted()),
    /** A transaction that reads a key again and finds another version, which it did not write. */
    INTERNAL("internal", EnumSet.of(Level.READ_ATOMIC, Level.CONSISTENT_VIEW, Level.REPEATABLE_READ)),
    /** Two transactions that read the same version and both wrote the next. */
    LOST_UPDATE("lost-update", EnumSet.of(Level.CONSISTENT_VIEW, Level.REPEATABLE_READ));

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // never changed, never given away
    private final Set<Level> refuted;

    Phenomenon(String id, Set<Level> refuted) {
        this.id = id;
        this.refuted = refuted;
    }

    /** The name in reports, as Elle has it. */
    String id() {
        return id;
    }

    /** Whether a history with it cannot keep this level. */
    boolean refutes(Level level) {
        return refuted.stream().anyMatch(weakest -> level.andWeaker().contains(weakest));
    }

    private static Set<Level> roots() {
        Set<Level> levels = readCommitted();
        levels.add(Level.READ_UNCOMMITTED);
        return levels;
    }

    private static Set<Level> readCommitted() {
        return EnumSet.of(
                Level.READ_COMMITTED,
                Level.MONOTONIC_READS,
                Level.MONOTONIC_WRITES,
                Level.READ_YOUR_WRITES,
                Level.WRITES_FOLLOW_READS);
    }
}
