package dev.faultline.checkers.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * An immutable stack of values; a larger one shares the smaller. All but {@link #equals} of equal hash codes, {@link #reversed}
 * and {@link #values} costs O(1).
 */
final class Pile {
    static final Pile EMPTY = new Pile(null, null, 0, 0);

    private final Object top;
    private final Pile below;
    private final int size;
    private final int hash;

    private Pile(Object top, Pile below, int size, int hash) {
        this.top = top;
        this.below = below;
        this.size = size;
        this.hash = hash;
    }

    Pile with(Object value) {
        return new Pile(value, this, size + 1, 31 * hash + Hashes.of(value));
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** The value that went in last; {@code null} when the pile is empty. */
    Object top() {
        return top;
    }

    /** What lies under the top; the pile must not be empty. */
    Pile below() {
        return below;
    }

    /** The same values, the last on top. O(size). */
    Pile reversed() {
        Pile reversed = EMPTY;
        for (Pile rest = this; !rest.isEmpty(); rest = rest.below) {
            reversed = reversed.with(rest.top);
        }
        return reversed;
    }

    /** The values from the top down. O(size). */
    List<Object> values() {
        List<Object> values = new ArrayList<>(size);
        for (Pile rest = this; !rest.isEmpty(); rest = rest.below) {
            values.add(rest.top);
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Pile pile) || size != pile.size || hash != pile.hash) {
            return false;
        }
        Pile one = this;
        Pile another = pile;
        while (one != another) {
            if (!Objects.equals(one.top, another.top)) {
                return false;
            }
            one = one.below;
            another = another.below;
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
