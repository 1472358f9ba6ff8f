package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Which operations committed: those that completed, and the indeterminate ones of which somebody saw a write. */
final class Commits {
    private final Accesses accesses;
    private final BitSet committed = new BitSet();

    Commits(Accesses accesses) {
        this.accesses = accesses;
        for (int i = 0; i < accesses.operations(); i++) {
            committed.set(i, accesses.operation(i).isOk());
        }
    }

    void seen(int operation) {
        if (accesses.operation(operation).isPending()) {
            committed.set(operation);
        }
    }

    boolean has(int operation) {
        return committed.get(operation);
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>(committed.cardinality());
        committed.stream().forEach(i -> operations.add(accesses.operation(i)));
        return operations;
    }

    /** The transaction's number of each version's writer, or -1 when it did not commit. */
    int[] writers(Written written) {
        int[] numbers = new int[accesses.operations()];
        Arrays.fill(numbers, -1);
        int next = 0;
        for (int i = committed.nextSetBit(0); i >= 0; i = committed.nextSetBit(i + 1)) {
            numbers[i] = next++;
        }
        int[] writers = new int[written.size()];
        for (int version = 0; version < writers.length; version++) {
            writers[version] = numbers[written.writer(version)];
        }
        return writers;
    }
}
