package dev.faultline.checkers.monitor;

import java.util.List;

/** Contradictions between the pushes and pops of a stack, in words. */
final class StackWords {
    private StackWords() {}

    /** None of these values can have been at the bottom while they were inside, one after the other. */
    static Pattern noBottom(Passages passages, List<Integer> values) {
        return Pattern.of(
                values.size() == 2 ? "value from under another" : "no value at the bottom",
                (values.size() == 2 ? two(passages, values.get(0), values.get(1)) : many(passages, values))
                        + rescue(passages, values),
                passages.operations(values).toArray(new Integer[0]));
    }

    private static String two(Passages passages, int below, int above) {
        Tokens tokens = passages.tokens();
        String taken = tokens.takenBy(above) == Tokens.NONE
                ? "though nobody took " + tokens.value(above)
                : "before anybody began to take " + tokens.value(above) + " (event "
                        + tokens.eventOf(tokens.takenBy(above)) + ")";
        return tokens.value(below) + " was on the stack (event " + completion(tokens, tokens.putBy(below))
                + ") before anybody began to push " + tokens.value(above) + " (event "
                + tokens.eventOf(tokens.putBy(above)) + "), and " + tokens.value(above) + " was on top of it (event "
                + completion(tokens, tokens.putBy(above)) + ") before anybody began to take " + tokens.value(below)
                + " (event " + tokens.eventOf(tokens.takenBy(below)) + "). Yet " + tokens.value(below)
                + " was out (event " + completion(tokens, tokens.takenBy(below)) + ") " + taken + ".";
    }

    private static String many(Passages passages, List<Integer> values) {
        Tokens tokens = passages.tokens();
        int last = passages.taker(values.get(values.size() - 1));
        String until = last == Tokens.NONE ? "the end" : "event " + tokens.eventOf(last);
        return "The stack was never empty from event " + completion(tokens, tokens.putBy(values.get(0))) + " until "
                + until + ": " + passages.names(values)
                + " was surely inside. One of them had to lie below the others, but each was pushed when another was"
                + " inside already, or was out before anybody began to take another.";
    }

    private static String rescue(Passages passages, List<Integer> values) {
        Tokens tokens = passages.tokens();
        boolean left = values.stream().anyMatch(value -> tokens.takenBy(value) == Tokens.NONE);
        return left && !tokens.pendingTakes().isEmpty()
                ? " No pop that never returned began early enough to have made room."
                : "";
    }

    private static int completion(Tokens tokens, int operation) {
        return tokens.spans().operation(operation).completion().index();
    }
}
