package dev.faultline.checkers.monitor;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What went into a container and came out of it again: for each value the operation that put it in, and the one that took it
 * out. Values are numbered in the order in which they appear.
 */
final class Tokens {
    static final int NONE = -1;

    private final Spans spans;
    private final String put;
    private final String take;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Integer> empties = new ArrayList<>();
    private final List<Integer> pendingTakes = new ArrayList<>();
    private int[] putBy = new int[64];
    private int[] takenBy = new int[64];
    private int[] takenAgainBy = new int[64];
    private boolean ambiguous;

    /**
     * @param put what the operation that puts a value in is called
     * @param take what the one is called that takes one out, and answers nil when there is none
     */
    Tokens(Spans spans, String put, String take) {
        this.spans = spans;
        this.put = put;
        this.take = take;
        for (int i = 0; i < spans.size() && !ambiguous; i++) {
            if (spans.operation(i).outcome() != EventType.FAIL) {
                place(i, spans.operation(i));
            }
        }
    }

    private void place(int i, Operation operation) {
        if (operation.f().equals(put)) {
            int value = number(operation.input());
            ambiguous |= putBy[value] != NONE || operation.input() == null;
            putBy[value] = i;
        } else if (!operation.f().equals(take)) {
            ambiguous = true;
        } else if (operation.isPending()) {
            pendingTakes.add(i);
        } else if (operation.output() == null) {
            empties.add(i);
        } else {
            take(i, number(operation.output()));
        }
    }

    private void take(int i, int value) {
        if (takenBy[value] == NONE) {
            takenBy[value] = i;
        } else {
            takenAgainBy[value] = i;
        }
    }

    private int number(Object value) {
        int next = numbers.size();
        Integer known = numbers.putIfAbsent(value, next);
        if (known != null) {
            return known;
        }
        if (next == putBy.length) {
            putBy = Arrays.copyOf(putBy, 2 * next);
            takenBy = Arrays.copyOf(takenBy, 2 * next);
            takenAgainBy = Arrays.copyOf(takenAgainBy, 2 * next);
        }
        putBy[next] = NONE;
        takenBy[next] = NONE;
        takenAgainBy[next] = NONE;
        return next;
    }

    /** Whether a value was put in twice, or something else than putting and taking happened. */
    boolean areAmbiguous() {
        return ambiguous;
    }

    Spans spans() {
        return spans;
    }

    int size() {
        return numbers.size();
    }

    /** The operation that put the value in, or -1. */
    int putBy(int value) {
        return putBy[value];
    }

    /** The operation that took it out first, or -1. */
    int takenBy(int value) {
        return takenBy[value];
    }

    /** Another one that took it out too, or -1. */
    int takenAgainBy(int value) {
        return takenAgainBy[value];
    }

    /** The operations that found nothing to take. */
    List<Integer> empties() {
        return empties;
    }

    /** The operations that wanted to take and never returned, in the order of their invocations. */
    List<Integer> pendingTakes() {
        return pendingTakes;
    }

    int putStart(int value) {
        return spans.start(putBy[value]);
    }

    int putEnd(int value) {
        return spans.end(putBy[value]);
    }

    /** {@link Spans#NEVER} when nobody took it. */
    int takeStart(int value) {
        return takenBy[value] == NONE ? Spans.NEVER : spans.start(takenBy[value]);
    }

    /** {@link Spans#NEVER} when nobody took it. */
    int takeEnd(int value) {
        return takenBy[value] == NONE ? Spans.NEVER : spans.end(takenBy[value]);
    }

    /** The number of a value that appears. */
    int numberOf(Object value) {
        return numbers.get(value);
    }

    Object value(int value) {
        int operation = putBy[value] == NONE ? takenBy[value] : putBy[value];
        return putBy[value] == NONE
                ? spans.operation(operation).output()
                : spans.operation(operation).input();
    }

    int eventOf(int operation) {
        return spans.operation(operation).invocation().index();
    }
}
