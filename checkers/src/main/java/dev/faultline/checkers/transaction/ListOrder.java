package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.Operation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order of the versions of each key, as the longest read of the list tells it. */
final class ListOrder {
    private static final int[] NONE = {};

    private final Accesses accesses;
    private final Written written;
    private final Flaws flaws;
    private final OwnElements own;
    private final List<?>[] longest;
    private final int[] reader;
    private final int[][] versions;
    private final int[] failedFrom;

    /** O(size of the lists read). */
    ListOrder(Accesses accesses, Written written, Flaws flaws, Commits commits) {
        this.accesses = accesses;
        this.written = written;
        this.flaws = flaws;
        own = new OwnElements(accesses);
        longest = new List<?>[accesses.keys()];
        reader = new int[accesses.keys()];
        versions = new int[accesses.keys()][];
        failedFrom = new int[accesses.keys()];
        findLongest();
        for (int key = 0; key < longest.length; key++) {
            versions[key] = longest[key] == null ? NONE : order(key, commits);
        }
    }

    /** The versions in order, with {@link Written#NOBODY} for elements that nobody wrote. */
    int[] versions(int key) {
        return versions[key];
    }

    /** How many elements come before the first of a failed transaction. */
    int failedFrom(int key) {
        return failedFrom[key];
    }

    /** Whether the first elements of a list are those of the longest read of its key. O(size). */
    boolean agrees(int key, List<?> list, int size) {
        List<?> known = longest[key];
        for (int i = 0; i < size; i++) {
            if (!list.get(i).equals(known.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The operation that read the longest list. */
    Operation reader(int key) {
        return accesses.operation(reader[key]);
    }

    List<?> longest(int key) {
        return longest[key];
    }

    private void findLongest() {
        for (int i = 0; i < accesses.operations(); i++) {
            if (accesses.operation(i).isOk()) {
                for (int access = accesses.first(i); access < accesses.first(i + 1); access++) {
                    compare(i, access);
                }
            }
        }
    }

    private void compare(int operation, int access) {
        if (!accesses.isWrite(access)) {
            int key = accesses.key(access);
            int foreign = own.foreign(operation, access);
            if (foreign > 0 && (longest[key] == null || foreign > longest[key].size())) {
                longest[key] = own.list(access).subList(0, foreign);
                reader[key] = operation;
            }
        }
    }

    private int[] order(int key, Commits commits) {
        List<?> list = longest[key];
        int[] order = new int[list.size()];
        failedFrom[key] = order.length;
        for (int i = 0; i < order.length; i++) {
            order[i] = written.version(key, list.get(i));
            if (order[i] == Written.NOBODY) {
                garbage(key, list.get(i));
            } else {
                commits.seen(written.writer(order[i]));
                note(key, order, i);
            }
        }
        compareWithAppends(key, order);
        if (hasDuplicates(order)) {
            flaws.add(
                    Phenomenon.DUPLICATE_ELEMENTS,
                    Words.starting(reader(key)) + " read " + list + " of the key " + name(key)
                            + ", in which an element stands twice.",
                    reader(key));
        }
        return order;
    }

    private void note(int key, int[] order, int i) {
        if (written.failed(order[i])) {
            failedFrom[key] = Math.min(failedFrom[key], i);
        } else if (failedFrom[key] < i && !written.failed(order[i])) {
            dirtyUpdate(key, order[failedFrom[key]], order[i]);
        }
    }

    /** What one transaction appends stands in the list in that order, from its first append on. */
    private void compareWithAppends(int key, int[] order) {
        Map<Integer, Integer> next = new HashMap<>();
        for (int version : order) {
            if (version != Written.NOBODY) {
                int expected = next.merge(written.writer(version), 1, Integer::sum) - 1;
                if (written.ordinal(version) != expected) {
                    outOfOrder(key, version);
                    return;
                }
            }
        }
    }

    private void outOfOrder(int key, int version) {
        Operation writer = accesses.operation(written.writer(version));
        flaws.add(
                Phenomenon.INCOMPATIBLE_ORDER,
                Words.starting(reader(key)) + " read " + longest[key] + " of the key " + name(key) + ", in which "
                        + Words.of(written.value(version)) + " does not stand where " + Words.of(writer)
                        + " appended it among its own.",
                writer,
                reader(key));
    }

    private void dirtyUpdate(int key, int failed, int above) {
        Operation aborted = accesses.operation(written.writer(failed));
        Operation committed = accesses.operation(written.writer(above));
        flaws.add(
                Phenomenon.DIRTY_UPDATE,
                Words.starting(committed) + " appended " + Words.of(written.value(above)) + " to the key " + name(key)
                        + " after " + Words.of(written.value(failed)) + " of " + Words.of(aborted)
                        + ", which failed.",
                aborted,
                committed,
                reader(key));
    }

    private void garbage(int key, Object element) {
        flaws.add(
                Phenomenon.GARBAGE_READ,
                Words.starting(reader(key)) + " read " + Words.of(element) + " in the key " + name(key)
                        + ", which nobody appended.",
                reader(key));
    }

    private static boolean hasDuplicates(int[] order) {
        Set<Integer> distinct = new HashSet<>();
        return !Arrays.stream(order)
                .filter(version -> version != Written.NOBODY)
                .allMatch(distinct::add);
    }

    private String name(int key) {
        return Words.of(accesses.keyName(key));
    }
}
