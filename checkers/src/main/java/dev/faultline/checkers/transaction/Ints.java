package dev.faultline.checkers.transaction;

import java.util.Arrays;

/** A growing array of ints. */
final class Ints {
    private int[] items;
    private int size;

    Ints() {
        this(16);
    }

    Ints(int capacity) {
        items = new int[Math.max(4, capacity)];
    }

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size + (size >> 1) + 4);
        }
        items[size++] = item;
    }

    int get(int i) {
        return items[i];
    }

    int last() {
        return items[size - 1];
    }

    int removeLast() {
        return items[--size];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void shrink(int to) {
        size = to;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
