package dev.faultline.harness.fault;

import java.util.Locale;

/** What a runtime may be able to do to a system. */
public enum Capability {
    DELAY,
    LOSS,
    DUPLICATION,
    PARTITION,
    ONE_WAY_PARTITION,
    CRASH,
    RESTART,
    PAUSE,
    CLOCK_SKEW,
    TORN_WRITES,
    /** Shows every node's state after every event, for continuous invariants. */
    STATE,
    /** Runs programs that are no {@link dev.faultline.harness.node.Node}s, as they are. */
    FOREIGN_PROGRAM;

    /** In words, as in "needs clock skew". */
    public String describe() {
        return switch (this) {
            case LOSS -> "message loss";
            case DUPLICATION -> "message duplication";
            case FOREIGN_PROGRAM -> "foreign programs";
            case STATE -> "every node's state after every event";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
