package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What every transaction of a history did, in order: the accesses of operation i are {@code first(i)} to
 * {@code first(i + 1)}, exclusively.
 */
final class Accesses {
    private final List<Operation> operations = new ArrayList<>();
    private final Ints first = new Ints();
    private final Ints keyOf = new Ints();
    private final List<Object> values = new ArrayList<>();
    private final List<Object> keys = new ArrayList<>();
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final boolean lists;
    private int writes;

    /** @param lists whether the keys hold lists, to which is appended, rather than registers */
    Accesses(boolean lists) {
        this.lists = lists;
        first.add(0);
    }

    boolean areLists() {
        return lists;
    }

    /** Ends the accesses that were added as those of this operation. */
    void end(Operation operation) {
        operations.add(operation);
        first.add(keyOf.size());
    }

    void add(boolean write, Object key, Object value) {
        Integer number = numbers.get(key);
        if (number == null) {
            number = keys.size();
            numbers.put(key, number);
            keys.add(key);
        }
        writes += write ? 1 : 0;
        keyOf.add(write ? ~number : number);
        values.add(value);
    }

    int operations() {
        return operations.size();
    }

    Operation operation(int i) {
        return operations.get(i);
    }

    int first(int operation) {
        return first.get(operation);
    }

    int size() {
        return keyOf.size();
    }

    /** How many of them are writes. */
    int writes() {
        return writes;
    }

    boolean isWrite(int access) {
        return keyOf.get(access) < 0;
    }

    /** The number of the key. */
    int key(int access) {
        int coded = keyOf.get(access);
        return coded < 0 ? ~coded : coded;
    }

    /** The element appended, the list read, or the value of the register. */
    Object value(int access) {
        return values.get(access);
    }

    int keys() {
        return keys.size();
    }

    Object keyName(int key) {
        return keys.get(key);
    }

    List<Object> keyNames() {
        return keys;
    }
}
