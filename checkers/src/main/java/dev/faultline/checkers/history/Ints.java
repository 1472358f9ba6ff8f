package dev.faultline.checkers.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A growing list of whole numbers, in pieces, so that growing copies nothing. Four bytes a number. */
final class Ints {
    private static final int BITS = 12;
    private static final int MASK = (1 << BITS) - 1;

    private final List<int[]> pieces = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    void add(int number) {
        if ((size & MASK) == 0) {
            pieces.add(new int[1 << BITS]);
        }
        pieces.get(size >>> BITS)[size & MASK] = number;
        size++;
    }

    /** The number at a position. */
    int get(int i) {
        Objects.checkIndex(i, size);
        return pieces.get(i >>> BITS)[i & MASK];
    }

    void set(int i, int number) {
        Objects.checkIndex(i, size);
        pieces.get(i >>> BITS)[i & MASK] = number;
    }
}
