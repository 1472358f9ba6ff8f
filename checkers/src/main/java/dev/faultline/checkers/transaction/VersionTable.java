package dev.faultline.checkers.transaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Numbers for pairs of a key and a value, by open addressing. O(1) expected. */
final class VersionTable {
    static final int NONE = -1;
    private static final long KEY_FACTOR = 0x9E3779B97F4A7C15L;
    private static final long VALUE_FACTOR = 0xC2B2AE3D27D4EB4FL;

    private final Ints keys = new Ints();
    private final List<Object> values = new ArrayList<>();
    private int[] slots;

    /** @param expected how many versions there will be, about */
    VersionTable(int expected) {
        slots = new int[Math.max(64, Integer.highestOneBit(Math.max(1, Math.min(expected, 1 << 28))) << 2)];
        Arrays.fill(slots, NONE);
    }

    /** Adds a version; answers the one that the pair stood for before, or {@link #NONE}. The pair stands for that one still. */
    int add(int key, Object value) {
        if (2 * (keys.size() + 1) > slots.length) {
            grow();
        }
        int slot = slot(key, value);
        int before = slots[slot];
        if (before == NONE) {
            slots[slot] = keys.size();
        }
        keys.add(key);
        values.add(value);
        return before;
    }

    /** Lets a pair stand for another version of the same pair. */
    void replace(int version) {
        slots[slot(keys.get(version), values.get(version))] = version;
    }

    /** The version of a pair, or {@link #NONE}. */
    int find(int key, Object value) {
        return slots[slot(key, value)];
    }

    int size() {
        return keys.size();
    }

    Object value(int version) {
        return values.get(version);
    }

    int[] keys() {
        return keys.toArray();
    }

    Object[] values() {
        return values.toArray();
    }

    private int slot(int key, Object value) {
        long mixed = (key * KEY_FACTOR) ^ (value.hashCode() * VALUE_FACTOR);
        mixed = (mixed ^ (mixed >>> 32)) * KEY_FACTOR;
        int slot = (int) (mixed >>> Long.numberOfLeadingZeros(slots.length - 1));
        while (slots[slot] != NONE
                && !(keys.get(slots[slot]) == key && values.get(slots[slot]).equals(value))) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void grow() {
        int[] old = slots;
        slots = new int[2 * old.length];
        Arrays.fill(slots, NONE);
        for (int version : old) {
            if (version != NONE) {
                slots[slot(keys.get(version), values.get(version))] = version;
            }
        }
    }
}
