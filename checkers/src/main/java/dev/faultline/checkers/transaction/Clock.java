package dev.faultline.checkers.transaction;

import dev.faultline.checkers.Budget;

/** How much of a budget is left. */
final class Clock {
    private final long began = System.nanoTime();
    private final Budget budget;
    private long spent;

    Clock(Budget budget) {
        this.budget = budget;
    }

    Budget budget() {
        return budget;
    }

    boolean isLate() {
        return (System.nanoTime() - began) / 1_000_000 >= budget.time().toMillis();
    }

    /** Counts what an assumption costs, in words of memory; whether there may be no more. */
    boolean isSpent(long words) {
        spent += words;
        return spent > budget.configurations() || isLate();
    }
}
