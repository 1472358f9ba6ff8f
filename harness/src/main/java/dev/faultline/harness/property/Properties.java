package dev.faultline.harness.property;

import dev.faultline.checkers.Checker;

/** The properties of the catalogue, for {@code scenario.holds(…)} and {@code scenario.breaks(…)}. */
public final class Properties {
    private Properties() {}

    /** A property that a checker decides from the history, after the run. */
    public static Property of(Checker checker) {
        return new HistoryProperty(checker);
    }

    /** At no time do two nodes lead in the same term; needs states that are {@link dev.faultline.harness.node.LeaderState}s. */
    public static Property oneLeaderPerTerm() {
        return new StateProperty("one-leader-per-term", cluster -> new OneLeaderPerTerm());
    }
}
