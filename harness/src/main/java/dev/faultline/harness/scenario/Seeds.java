package dev.faultline.harness.scenario;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Independent random sources of one seed, so that drawing more from one does not change the others. */
public final class Seeds {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Seeds() {}

    /** The source of this seed for this purpose. */
    public static RandomGenerator random(long seed, String purpose) {
        return new SplittableRandom(mix(mix(seed * GOLDEN_GAMMA) + purpose.hashCode() * GOLDEN_GAMMA));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
