package dev.faultline.checkers;

import dev.faultline.checkers.history.History;

/** Decides one property of a history. */
public interface Checker {

    /** The property, in the field's words and hyphenated, such as {@code mutual-exclusion}. */
    String name();

    /**
     * Decides. Never answers {@link Verdict#VALID} when it gave up.
     *
     * @param history what was recorded
     * @param budget the time and memory it may use; past it the answer is {@link Verdict#UNKNOWN} with the reason
     */
    CheckResult check(History history, Budget budget);

    /** The verdict of {@link #check} alone, for whoever needs no reason: it may cost much less. */
    default Verdict decide(History history, Budget budget) {
        return check(history, budget).verdict();
    }
}
