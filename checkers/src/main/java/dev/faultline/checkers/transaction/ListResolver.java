package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.Operation;
import java.util.List;

/** Resolves the reads of lists. */
final class ListResolver {
    private final Accesses accesses;
    private final Written written;
    private final Flaws flaws = new Flaws();
    private final Commits commits;
    private final ListOrder order;
    private final Uses uses = new Uses();
    private int[] writers = {};

    ListResolver(Accesses accesses) {
        this.accesses = accesses;
        written = new Written(accesses);
        commits = new Commits(accesses);
        order = new ListOrder(accesses, written, flaws, commits);
    }

    Resolved resolve() {
        writers = commits.writers(written);
        for (int i = 0; i < accesses.operations(); i++) {
            if (commits.has(i)) {
                for (int access = accesses.first(i); access < accesses.first(i + 1); access++) {
                    use(i, access);
                }
                uses.end();
            }
        }
        Versions versions = new ListVersions(accesses, written, order, writers).versions();
        return new Resolved(new Transactions(commits.operations(), uses, versions), flaws, written.ambiguity());
    }

    private void use(int operation, int access) {
        if (accesses.isWrite(access)) {
            uses.add(true, accesses.key(access), written.version(access));
        } else if (accesses.operation(operation).isOk()) {
            List<?> list = accesses.value(access) instanceof List<?> read ? read : List.of();
            read(operation, access, list);
        }
    }

    private void read(int operation, int access, List<?> list) {
        int key = accesses.key(access);
        int foreign = list.size() - ownElements(operation, access, list);
        if (foreign > list.size()) {
            return;
        }
        if (!order.agrees(key, list)) {
            incompatible(operation, access, list);
            return;
        }
        if (foreign == 0) {
            uses.add(false, key, Versions.INITIAL);
            return;
        }
        int last = order.versions(key)[foreign - 1];
        if (foreign > order.failedFrom(key)) {
            failedRead(operation, access, order.versions(key)[order.failedFrom(key)]);
        }
        if (last != Written.NOBODY && !written.failed(last)) {
            saw(operation, access, last);
        }
    }

    private void saw(int operation, int access, int last) {
        int key = accesses.key(access);
        if (written.writer(last) == operation) {
            flaws.add(
                    Phenomenon.OWN_WRITE_UNSEEN,
                    who(operation) + " read its own " + Words.of(written.value(last)) + " in the key " + name(key)
                            + " before appending it.",
                    accesses.operation(operation));
            return;
        }
        uses.add(false, key, last);
        if (written.overwritten(last)) {
            Operation writer = accesses.operation(written.writer(last));
            flaws.add(
                    Phenomenon.G1B,
                    who(operation) + " read the key " + name(key) + " up to " + Words.of(written.value(last))
                            + ", in the middle of the appends of " + Words.of(writer) + ".",
                    writer,
                    accesses.operation(operation));
        }
    }

    /**
     * How many elements at the end of a list are what the transaction itself appended before the read; -1 when they are not
     * there. Compares with what it read before, too.
     */
    private int ownElements(int operation, int access, List<?> list) {
        int key = accesses.key(access);
        int own = 0;
        int before = access - 1;
        for (; before >= accesses.first(operation); before--) {
            if (accesses.key(before) == key) {
                if (!accesses.isWrite(before)) {
                    break;
                }
                int place = list.size() - 1 - own;
                if (place < 0 || !list.get(place).equals(accesses.value(before))) {
                    ownUnseen(operation, access, before);
                    return -1;
                }
                own++;
            }
        }
        if (before >= accesses.first(operation)) {
            return own + repeated(operation, access, before, list, list.size() - own);
        }
        return own;
    }

    /** The own elements in the part of a list that an earlier read should have shown. */
    private int repeated(int operation, int access, int before, List<?> list, int size) {
        List<?> earlier = accesses.value(before) instanceof List<?> read ? read : List.of();
        if (!earlier.equals(list.subList(0, size))) {
            flaws.add(
                    Phenomenon.INTERNAL,
                    who(operation) + " read " + earlier + " of the key " + name(accesses.key(access)) + " and then "
                            + list + ", without having appended the difference.",
                    accesses.operation(operation));
        }
        int own = 0;
        for (int write = before - 1; write >= accesses.first(operation); write--) {
            if (accesses.isWrite(write) && accesses.key(write) == accesses.key(access)) {
                int place = size - 1 - own;
                if (place < 0 || !list.get(place).equals(accesses.value(write))) {
                    break;
                }
                own++;
            }
        }
        return own;
    }

    private void ownUnseen(int operation, int access, int write) {
        flaws.add(
                Phenomenon.OWN_WRITE_UNSEEN,
                who(operation) + " appended " + Words.of(accesses.value(write)) + " to the key "
                        + name(accesses.key(access)) + " and then read " + Words.of(accesses.value(access))
                        + ", where it is not at its place.",
                accesses.operation(operation));
    }

    private void incompatible(int operation, int access, List<?> list) {
        int key = accesses.key(access);
        flaws.add(
                Phenomenon.INCOMPATIBLE_ORDER,
                who(operation) + " read " + list + " of the key " + name(key) + ", and " + Words.of(order.reader(key))
                        + " read " + order.longest(key) + "; neither continues the other.",
                accesses.operation(operation),
                order.reader(key));
    }

    private void failedRead(int operation, int access, int version) {
        Operation writer = accesses.operation(written.writer(version));
        flaws.add(
                Phenomenon.G1A,
                who(operation) + " read " + Words.of(written.value(version)) + " in the key "
                        + name(accesses.key(access)) + ", which " + Words.of(writer) + " appended and failed.",
                writer,
                accesses.operation(operation));
    }

    private String who(int operation) {
        return Words.starting(accesses.operation(operation));
    }

    private String name(int key) {
        return Words.of(accesses.keyName(key));
    }
}
