package dev.faultline.checkers.monitor;

import java.util.Optional;

/** What may be wrong with a single value of any container. */
final class TokenWords {
    private TokenWords() {}

    /** A value that came out twice, that never went in, or that came out before it went in. O(n). */
    static Optional<Pattern> impossibleValue(Tokens tokens) {
        for (int value = 0; value < tokens.size(); value++) {
            int taken = tokens.takenBy(value);
            int put = tokens.putBy(value);
            if (taken == Tokens.NONE) {
                continue;
            }
            if (tokens.takenAgainBy(value) != Tokens.NONE) {
                return Optional.of(twice(tokens, value));
            }
            if (put == Tokens.NONE) {
                return Optional.of(Pattern.of(
                        "value from nowhere",
                        tokens.value(value) + " came out (event " + tokens.eventOf(taken)
                                + ") though nobody put it in.",
                        taken));
            }
            if (tokens.takeEnd(value) < tokens.putStart(value)) {
                return Optional.of(Pattern.of(
                        "value before its time",
                        tokens.value(value) + " came out (event " + tokens.eventOf(taken)
                                + ") before anybody began to put it in (event " + tokens.eventOf(put) + ").",
                        taken,
                        put));
            }
        }
        return Optional.empty();
    }

    private static Pattern twice(Tokens tokens, int value) {
        int first = tokens.takenBy(value);
        int second = tokens.takenAgainBy(value);
        return Pattern.of(
                "value taken twice",
                tokens.value(value) + " went in once and came out twice (events " + tokens.eventOf(first) + " and "
                        + tokens.eventOf(second) + ").",
                tokens.putBy(value),
                first,
                second);
    }
}
