package dev.faultline.checkers.monitor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * When each value of a container went in and came out, after it was settled what the operations took that never returned.
 *
 * <p>A value that nobody took leaves after the last event, as if somebody emptied the container then.
 */
final class Passages {
    private static final int MANY = 6;

    private final Tokens tokens;
    private final int[] taker;

    private Passages(Tokens tokens, int[] taker) {
        this.tokens = tokens;
        this.taker = taker;
    }

    /** The operations that never returned took nothing. */
    static Passages of(Tokens tokens) {
        int[] taker = new int[tokens.size()];
        Arrays.setAll(taker, tokens::takenBy);
        return new Passages(tokens, taker);
    }

    /**
     * The first operation that never returned took all the values that nobody else took. What is impossible then is impossible
     * at all.
     */
    static Passages generous(Tokens tokens) {
        Passages passages = of(tokens);
        for (int value = 0; value < tokens.size(); value++) {
            if (tokens.takenBy(value) == Tokens.NONE) {
                passages.taker[value] = tokens.pendingTakes().get(0);
            }
        }
        return passages;
    }

    /** The operations that never returned took these values, one each, as many as there are. */
    static Passages with(Tokens tokens, List<Integer> taken) {
        Passages passages = of(tokens);
        int most = Math.min(taken.size(), tokens.pendingTakes().size());
        for (int i = 0; i < most; i++) {
            passages.taker[taken.get(i)] = tokens.pendingTakes().get(i);
        }
        return passages;
    }

    Tokens tokens() {
        return tokens;
    }

    Spans spans() {
        return tokens.spans();
    }

    int size() {
        return taker.length;
    }

    /** The operation that took the value, or -1. */
    int taker(int value) {
        return taker[value];
    }

    int putStart(int value) {
        return tokens.putStart(value);
    }

    int putEnd(int value) {
        return tokens.putEnd(value);
    }

    /** The number of events when nobody took it. */
    int takeStart(int value) {
        return taker[value] == Tokens.NONE ? spans().events() : spans().start(taker[value]);
    }

    /** {@link Spans#NEVER} when nobody took it. */
    int takeEnd(int value) {
        return taker[value] == Tokens.NONE ? Spans.NEVER : spans().end(taker[value]);
    }

    /** Whether somebody put the value in or took it for sure. */
    boolean matters(int value) {
        return putEnd(value) != Spans.NEVER || tokens.takenBy(value) != Tokens.NONE;
    }

    /** Whether the value was surely inside for some time: it went in before anybody began to take it. */
    boolean stays(int value) {
        return putEnd(value) < takeStart(value);
    }

    /** For each position the value that was in from then on and stays, or -1. O(n). */
    int[] arrivals() {
        int[] arrivals = new int[spans().events()];
        Arrays.fill(arrivals, Tokens.NONE);
        for (int value = 0; value < size(); value++) {
            if (stays(value)) {
                arrivals[putEnd(value)] = value;
            }
        }
        return arrivals;
    }

    /** Everything that was done with these values, and what may have been. */
    List<Integer> operations(List<Integer> values) {
        List<Integer> operations = new ArrayList<>();
        int left = 0;
        for (int value : values) {
            operations.add(tokens.putBy(value));
            operations.add(tokens.takenBy(value));
            left += tokens.takenBy(value) == Tokens.NONE ? 1 : 0;
        }
        operations.addAll(tokens.pendingTakes()
                .subList(0, Math.min(left, tokens.pendingTakes().size())));
        return operations;
    }

    /** The names of these values, one after the other, in words; of many the first few and the last. */
    String names(List<Integer> values) {
        int told = values.size() > MANY ? MANY - 1 : values.size();
        List<String> names = new ArrayList<>();
        values.subList(0, told).forEach(value -> names.add(String.valueOf(tokens.value(value))));
        if (told < values.size()) {
            names.add((values.size() - told - 1) + " others");
            names.add(String.valueOf(tokens.value(values.get(values.size() - 1))));
        }
        return String.join(", then ", names);
    }
}
