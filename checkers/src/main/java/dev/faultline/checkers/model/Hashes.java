package dev.faultline.checkers.model;

import java.util.Objects;

/** Hash codes of values, for states that add up those of their parts. */
final class Hashes {
    private Hashes() {}

    /** Spreads the small numbers that values usually are, so that sums of a few rarely coincide. Never 0 for nil. */
    static int of(Object value) {
        int mixed = (Objects.hashCode(value) + 0x7F4A7C15) * 0x9E3779B1;
        mixed = (mixed ^ (mixed >>> 15)) * 0x85EBCA77;
        return mixed ^ (mixed >>> 13);
    }

    /** {@code base} to the power of {@code exponent}, modulo 2<sup>32</sup>. O(log exponent). */
    static int power(int base, int exponent) {
        int result = 1;
        int square = base;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            result *= (rest & 1) == 1 ? square : 1;
            square *= square;
        }
        return result;
    }
}
