package dev.faultline.checkers.monitor;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reads and the write of each value of independent registers. Cluster numbers are given in the order in which the values
 * appear; each register has one for nil, which was written before everything.
 */
final class Clusters {
    private static final int NONE = -1;
    private static final int NOBODY_HAD_TO = -2;

    private final Spans spans;
    private final Cells kind;
    private final int[] clusterOf;
    private final Map<Object, Integer> keys = new HashMap<>();
    private final List<Map<Object, Integer>> values = new ArrayList<>();
    private int[] keyOf = new int[64];
    private int[] writer = new int[64];
    private int count;
    private boolean ambiguous;

    Clusters(Spans spans, Cells kind) {
        this.spans = spans;
        this.kind = kind;
        clusterOf = new int[spans.size()];
        for (int i = 0; i < spans.size() && !ambiguous; i++) {
            clusterOf[i] = place(i, spans.operation(i));
        }
    }

    private int place(int i, Operation operation) {
        if (operation.outcome() == EventType.FAIL && !operation.f().equals("cas")) {
            return NONE;
        }
        if (operation.f().equals("read")) {
            return operation.isOk() ? seen(operation) : NONE;
        }
        Object value = operation.f().equals("write") ? kind.value(operation.input()) : null;
        if (value == null) {
            ambiguous = true;
            return NONE;
        }
        int cluster = cluster(kind.key(operation.input()), value);
        ambiguous |= writer[cluster] >= 0;
        writer[cluster] = i;
        return cluster;
    }

    private int seen(Operation read) {
        if (!kind.fits(read.output())) {
            ambiguous = true;
            return NONE;
        }
        return cluster(kind.key(read.output()), kind.value(read.output()));
    }

    private int cluster(Object key, Object value) {
        int register = keys.computeIfAbsent(key, added -> {
            values.add(new HashMap<>());
            return values.size() - 1;
        });
        Integer known = values.get(register).get(value);
        if (known != null) {
            return known;
        }
        if (count == keyOf.length) {
            keyOf = Arrays.copyOf(keyOf, 2 * count);
            writer = Arrays.copyOf(writer, 2 * count);
        }
        keyOf[count] = register;
        writer[count] = value == null ? NOBODY_HAD_TO : NONE;
        values.get(register).put(value, count);
        return count++;
    }

    /** Whether a value was written twice, nil was written, or something else than reads and writes happened. */
    boolean areAmbiguous() {
        return ambiguous;
    }

    int size() {
        return count;
    }

    int registers() {
        return values.size();
    }

    /** The cluster of an operation, or -1 when the operation says nothing. */
    int of(int operation) {
        return clusterOf[operation];
    }

    /** The register of a cluster. */
    int register(int cluster) {
        return keyOf[cluster];
    }

    /** The operation that wrote the value, or a negative number. */
    int writer(int cluster) {
        return writer[cluster];
    }

    /** Whether the value is nil, which nobody had to write. */
    boolean isInitial(int cluster) {
        return writer[cluster] == NOBODY_HAD_TO;
    }

    boolean isRead(int operation) {
        return clusterOf[operation] >= 0 && writer[clusterOf[operation]] != operation;
    }

    Spans spans() {
        return spans;
    }
}
