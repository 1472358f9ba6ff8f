package dev.faultline.checkers.linearizability;

import java.time.Duration;

/** The moment at which a check must give up. */
final class Deadline {
    private static final Duration FOREVER = Duration.ofDays(36_500);

    private final long began = System.nanoTime();
    private final long nanos;

    Deadline(Duration time) {
        nanos = (time.compareTo(FOREVER) < 0 ? time : FOREVER).toNanos();
    }

    boolean isPast() {
        return System.nanoTime() - began >= nanos;
    }
}
