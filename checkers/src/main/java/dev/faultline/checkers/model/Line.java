package dev.faultline.checkers.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An immutable queue of values, in two piles (Hood and Melville, "Real-time queue operations in pure LISP", 1981, section 2). A
 * step costs O(1) on the average over a run; {@link #equals} is O(size) only where the hash codes are equal.
 */
final class Line {
    static final Line EMPTY = new Line(Pile.EMPTY, Pile.EMPTY, 0);
    private static final int BASE = 31;

    private final Pile front;
    private final Pile back;
    private final int hash;

    private Line(Pile front, Pile back, int hash) {
        this.front = front;
        this.back = back;
        this.hash = hash;
    }

    /** Only an empty line has an empty front, so that the oldest is at hand. */
    private static Line of(Pile front, Pile back, int hash) {
        return front.isEmpty() ? new Line(back.reversed(), Pile.EMPTY, hash) : new Line(front, back, hash);
    }

    Line with(Object value) {
        return of(front, back.with(value), BASE * hash + Hashes.of(value));
    }

    boolean isEmpty() {
        return front.isEmpty();
    }

    /** The value that went in first; {@code null} when there is none. */
    Object oldest() {
        return front.top();
    }

    /** The queue without its oldest value; it must not be empty. */
    Line rest() {
        int weight = Hashes.power(BASE, front.size() + back.size() - 1);
        return of(front.below(), back, hash - weight * Hashes.of(oldest()));
    }

    /** The values, oldest first. O(size). */
    List<Object> values() {
        List<Object> newestFirst = back.values();
        Collections.reverse(newestFirst);
        List<Object> values = new ArrayList<>(front.values());
        values.addAll(newestFirst);
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Line line
                        && hash == line.hash
                        && front.size() + back.size() == line.front.size() + line.back.size()
                        && values().equals(line.values()));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
