package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The committed transactions of a history, numbered in the order of their invocations, with what each took from others and
 * left for others.
 *
 * <p>An indeterminate transaction is committed when a transaction that completed saw one of its writes; else it may as well
 * not have happened.
 */
final class Transactions {
    private final Operation[] operations;
    private final int[] process;
    private final int[] place;
    private final int[][] processes;
    private final Uses uses;
    private final Versions versions;

    Transactions(List<Operation> committed, Uses uses, Versions versions) {
        operations = committed.toArray(Operation[]::new);
        process = new int[operations.length];
        place = new int[operations.length];
        this.uses = uses;
        this.versions = versions;
        processes = byProcess();
    }

    private Transactions(Transactions whole) {
        operations = whole.operations;
        uses = whole.uses;
        versions = whole.versions;
        place = new int[operations.length];
        process = IntStream.range(0, operations.length).toArray();
        processes = IntStream.range(0, operations.length)
                .mapToObj(t -> new int[] {t})
                .toArray(int[][]::new);
    }

    int size() {
        return operations.length;
    }

    Operation operation(int transaction) {
        return operations[transaction];
    }

    /** Its reads of what others wrote, and its last writes of each key, in their order. */
    Uses uses() {
        return uses;
    }

    Versions versions() {
        return versions;
    }

    /** The transaction whose version a use reads; -1 when that is the initial one, or the use writes. */
    int readFrom(int use) {
        return uses.isWrite(use) ? -1 : versions.writer(uses.version(use));
    }

    /** Whether a transaction writes a key. O(its uses). */
    boolean writes(int transaction, int key) {
        for (int use = uses.first(transaction); use < uses.first(transaction + 1); use++) {
            if (uses.isWrite(use) && uses.key(use) == key) {
                return true;
            }
        }
        return false;
    }

    /** The number of the process, from 0. */
    int process(int transaction) {
        return process[transaction];
    }

    /** How many transactions its process committed before. */
    int place(int transaction) {
        return place[transaction];
    }

    int processes() {
        return processes.length;
    }

    /** The transactions of a process, in order. */
    int[] ofProcess(int number) {
        return processes[number];
    }

    /** The index of its invocation in the history. */
    int start(int transaction) {
        return operations[transaction].invocation().index();
    }

    /** The index of its completion, or {@link Integer#MAX_VALUE}. */
    int end(int transaction) {
        Operation operation = operations[transaction];
        return operation.isPending()
                ? Integer.MAX_VALUE
                : operation.completion().index();
    }

    /** The same, as if each had a process of its own. */
    Transactions apart() {
        return new Transactions(this);
    }

    /** Whether no process has two of them. */
    boolean areApart() {
        return processes.length == operations.length;
    }

    /** A part of them, without the reads from others that are left out. */
    Transactions only(int[] members) {
        int[] number = new int[operations.length];
        Arrays.fill(number, -1);
        List<Operation> kept = new ArrayList<>();
        for (int t : members) {
            number[t] = kept.size();
            kept.add(operations[t]);
        }
        Versions left = versions.only(number);
        Uses used = new Uses();
        for (int t : members) {
            for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                int version = uses.version(use);
                if (uses.isWrite(use) || (version != Versions.INITIAL && left.writer(version) >= 0)) {
                    used.add(uses.isWrite(use), uses.key(use), version);
                }
            }
            used.end();
        }
        return new Transactions(kept, used, left);
    }

    private int[][] byProcess() {
        Map<Integer, Integer> numbers = new HashMap<>();
        List<Ints> members = new ArrayList<>();
        for (int t = 0; t < operations.length; t++) {
            Integer number = numbers.get(operations[t].process());
            if (number == null) {
                number = members.size();
                numbers.put(operations[t].process(), number);
                members.add(new Ints());
            }
            process[t] = number;
            place[t] = members.get(number).size();
            members.get(number).add(t);
        }
        return members.stream().map(Ints::toArray).toArray(int[][]::new);
    }
}
