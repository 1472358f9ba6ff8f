package dev.faultline.targets.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/** A node's own idea of time: its rate may drift, and its wall clock may be off. */
final class SimulatedClock implements InstantSource {
    private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

    private final LongSupplier now;
    private double rate = 1;
    private long offset;
    private long since;
    private long elapsed;

    SimulatedClock(LongSupplier now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return EPOCH.plusNanos(elapsed() + offset);
    }

    /** Nanoseconds of this clock since the run began. */
    long elapsed() {
        return elapsed + scaled(now.getAsLong() - since, rate);
    }

    /** How many true nanoseconds this clock takes for so many of its own. */
    long trueNanos(Duration own) {
        return scaled(own.toNanos(), 1 / rate);
    }

    void skew(Duration newOffset, double newRate) {
        elapsed = elapsed();
        since = now.getAsLong();
        offset = newOffset.toNanos();
        rate = newRate;
    }

    private static long scaled(long nanos, double factor) {
        return factor == 1 ? nanos : (long) (nanos * factor);
    }
}
