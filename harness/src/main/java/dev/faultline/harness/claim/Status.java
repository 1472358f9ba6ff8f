package dev.faultline.harness.claim;

/** How a claim or a seeded bug came out. Only {@link #HELD}, {@link #SHOWN} and {@link #CAUGHT} are green. */
public enum Status {
    /** No seed violated the properties. */
    HELD,
    /** Some seed violated a property that was claimed to hold. */
    VIOLATED,
    /** Some seed showed the weakness. */
    SHOWN,
    /** No seed showed the weakness that was claimed. */
    NOT_SHOWN,
    /** A checker gave up, or the machine did not keep up, and nothing else decided. */
    UNKNOWN,
    /** The runtime cannot do what the scenario needs. */
    SKIPPED,
    /** The witness convicted the seeded bug, and did not convict the correct program. */
    CAUGHT,
    /** The seeded bug got away. */
    SURVIVED;

    /** Whether this is what was claimed. */
    public boolean isGreen() {
        return this == HELD || this == SHOWN || this == CAUGHT;
    }
}
