package dev.faultline.checkers.model;

import java.util.ArrayList;
import java.util.List;

/**
 * An immutable leftist heap of integers (Crane, "Linear lists and priority queues as balanced binary trees", Stanford 1972).
 * A step costs O(log size); {@link #equals} is O(size log size) only where the hash codes are equal.
 */
final class Heap {
    static final Heap EMPTY = new Heap(0, null, null);

    private final long least;
    private final Heap left;
    private final Heap right;
    private final int rank;
    private final int size;
    private final int hash;

    private Heap(long least, Heap left, Heap right) {
        this.least = least;
        this.left = left;
        this.right = right;
        rank = right == null ? 0 : right.rank + 1;
        size = right == null ? 0 : left.size + right.size + 1;
        hash = right == null ? 0 : left.hash + right.hash + Hashes.of(least);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** The least value; the heap must not be empty. */
    long least() {
        return least;
    }

    Heap with(long value) {
        return merged(this, new Heap(value, EMPTY, EMPTY));
    }

    /** The heap without its least value; it must not be empty. */
    Heap rest() {
        return merged(left, right);
    }

    private static Heap merged(Heap one, Heap other) {
        if (one.isEmpty()) {
            return other;
        }
        if (other.isEmpty()) {
            return one;
        }
        if (other.least < one.least) {
            return merged(other, one);
        }
        Heap under = merged(one.right, other);
        return under.rank <= one.left.rank
                ? new Heap(one.least, one.left, under)
                : new Heap(one.least, under, one.left);
    }

    /** The values, least first. O(size log size). */
    List<Long> values() {
        List<Long> values = new ArrayList<>(size);
        for (Heap heap = this; !heap.isEmpty(); heap = heap.rest()) {
            values.add(heap.least);
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Heap heap
                        && size == heap.size
                        && hash == heap.hash
                        && values().equals(heap.values()));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
