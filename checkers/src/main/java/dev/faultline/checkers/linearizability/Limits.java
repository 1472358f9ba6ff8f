package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.Meter;

/** What a search may use, and who hears how far it is. */
final class Limits {
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 1024;

    private final Deadline deadline;
    private final long configurations;
    private final Meter meter;
    private int steps;
    private boolean late;

    Limits(Deadline deadline, long configurations, Meter meter) {
        this.deadline = deadline;
        this.configurations = configurations;
        this.meter = meter;
    }

    /** The same limits, with at most so many configurations. */
    Limits within(long most) {
        return new Limits(deadline, Math.min(configurations, most), meter);
    }

    boolean isOver() {
        return deadline.isPast();
    }

    long configurations() {
        return configurations;
    }

    /** Whether the time is up; looks at the clock now and then. */
    boolean isLate(int moment, int end) {
        if (++steps % STEPS_BETWEEN_LOOKS_AT_THE_CLOCK == 0) {
            late |= deadline.isPast();
            meter.at(moment, end);
        }
        return late;
    }
}
