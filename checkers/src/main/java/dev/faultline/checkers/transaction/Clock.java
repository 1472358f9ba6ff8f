package dev.faultline.checkers.transaction;

import dev.faultline.checkers.Budget;

/** How much of a budget is left. */
final class Clock {
    private final long began = System.nanoTime();
    private final Budget budget;
    private long steps;

    Clock(Budget budget) {
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    boolean isLate() {
        return (System.nanoTime() - began) / 1_000_000 >= budget.time().toMillis();
    }

    /** Counts one assumption; whether there may be no more. */
    boolean isSpent() {
        return ++steps > budget.configurations() || isLate();
    }
}
