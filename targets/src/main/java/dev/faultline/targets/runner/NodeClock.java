package dev.faultline.targets.runner;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A node's idea of time: that of the machine, but its rate may drift and its wall clock may be off. Used by the event loop. */
final class NodeClock implements InstantSource {
    private final Instant wall = Instant.now();
    private double rate = 1;
    private long offset;
    private long since = System.nanoTime();
    private long elapsed;

    @Override
    public Instant instant() {
        return wall.plusNanos(elapsed() + offset);
    }

    /** Nanoseconds of this clock since the node booted. */
    long elapsed() {
        return elapsed + (long) ((System.nanoTime() - since) * rate);
    }

    /** How many true nanoseconds this clock takes for so many of its own. */
    long trueNanos(Duration own) {
        return (long) (own.toNanos() / rate);
    }

    void skew(long newOffset, double newRate) {
        elapsed = elapsed();
        since = System.nanoTime();
        offset = newOffset;
        rate = newRate;
    }
}
