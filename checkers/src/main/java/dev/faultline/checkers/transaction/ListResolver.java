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
    private final OwnElements own;
    private final Uses uses = new Uses();
    private int[] writers = {};

    ListResolver(Accesses accesses) {
        this.accesses = accesses;
        written = new Written(accesses);
        commits = new Commits(accesses);
        own = new OwnElements(accesses);
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
            int foreign = own.foreign(operation, access);
            if (foreign == OwnElements.UNSEEN) {
                ownUnseen(operation, access);
            } else {
                compareWithEarlier(operation, access, foreign);
                read(operation, access, foreign);
            }
        }
    }

    private void read(int operation, int access, int foreign) {
        int key = accesses.key(access);
        if (foreign == 0) {
            uses.add(false, key, Versions.INITIAL);
            return;
        }
        if (!order.agrees(key, own.list(access), foreign)) {
            incompatible(operation, access);
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

    /** A read finds the same as an earlier one of the same transaction, own elements aside. */
    private void compareWithEarlier(int operation, int access, int foreign) {
        for (int before = access - 1; before >= accesses.first(operation); before--) {
            if (!accesses.isWrite(before) && accesses.key(before) == accesses.key(access)) {
                int earlier = own.foreign(operation, before);
                List<?> found = own.list(access).subList(0, foreign);
                if (earlier != OwnElements.UNSEEN
                        && !own.list(before).subList(0, earlier).equals(found)) {
                    flaws.add(
                            Phenomenon.INTERNAL,
                            who(operation) + " read " + own.list(before) + " of the key " + name(accesses.key(access))
                                    + " and then " + own.list(access) + ", without having appended the difference.",
                            accesses.operation(operation));
                }
                return;
            }
        }
    }

    private void ownUnseen(int operation, int access) {
        flaws.add(
                Phenomenon.OWN_WRITE_UNSEEN,
                who(operation) + " read " + own.list(access) + " of the key " + name(accesses.key(access))
                        + ", which does not end with what it had appended itself.",
                accesses.operation(operation));
    }

    private void incompatible(int operation, int access) {
        int key = accesses.key(access);
        flaws.add(
                Phenomenon.INCOMPATIBLE_ORDER,
                who(operation) + " read " + own.list(access) + " of the key " + name(key) + ", and "
                        + Words.of(order.reader(key)) + " read " + order.longest(key)
                        + "; neither continues the other.",
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
