package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.Operation;
import java.util.Arrays;
import java.util.Objects;

/** Resolves the reads of registers, whose versions have no known order. */
final class RegisterResolver {
    private static final int NOTHING = -1;

    private final Accesses accesses;
    private final Written written;
    private final Flaws flaws = new Flaws();
    private final Commits commits;
    private final Uses uses = new Uses();
    private final int[] versionRead;

    RegisterResolver(Accesses accesses) {
        this.accesses = accesses;
        written = new Written(accesses);
        commits = new Commits(accesses);
        versionRead = new int[accesses.size()];
    }

    Resolved resolve() {
        for (int i = 0; i < accesses.operations(); i++) {
            for (int access = accesses.first(i); access < accesses.first(i + 1); access++) {
                look(i, access);
            }
        }
        for (int i = 0; i < accesses.operations(); i++) {
            if (commits.has(i)) {
                for (int access = accesses.first(i); access < accesses.first(i + 1); access++) {
                    use(i, access);
                }
                uses.end();
            }
        }
        return new Resolved(new Transactions(commits.operations(), uses, versions()), flaws, written.ambiguity());
    }

    /** Notes whose writes are seen. */
    private void look(int operation, int access) {
        if (!accesses.isWrite(access) && accesses.operation(operation).isOk() && accesses.value(access) != null) {
            int version = written.version(accesses.key(access), accesses.value(access));
            versionRead[access] = version;
            if (version != Written.NOBODY) {
                commits.seen(written.writer(version));
            }
        }
    }

    private void use(int operation, int access) {
        if (accesses.isWrite(access)) {
            if (!written.overwritten(written.version(access))) {
                uses.add(true, accesses.key(access), written.version(access));
            }
        } else if (accesses.operation(operation).isOk()) {
            int write = previous(operation, access, true);
            if (write != NOTHING) {
                ownRead(operation, access, write);
            } else {
                foreignRead(operation, access);
            }
        }
    }

    private void ownRead(int operation, int access, int write) {
        if (!Objects.equals(accesses.value(access), accesses.value(write))) {
            flaws.add(
                    Phenomenon.OWN_WRITE_UNSEEN,
                    who(operation) + " wrote " + Words.of(accesses.value(write)) + " to the key " + name(access)
                            + " and then read " + Words.of(accesses.value(access)) + ".",
                    accesses.operation(operation));
        }
    }

    private void foreignRead(int operation, int access) {
        Object value = accesses.value(access);
        int key = accesses.key(access);
        int before = previous(operation, access, false);
        if (before != NOTHING && !Objects.equals(value, accesses.value(before))) {
            repeated(operation, access, before);
        }
        if (value == null) {
            uses.add(false, key, Versions.INITIAL);
            return;
        }
        int version = versionRead[access];
        if (version == Written.NOBODY) {
            flaws.add(Phenomenon.GARBAGE_READ, read(operation, access) + ", which nobody wrote.", op(operation));
        } else if (written.failed(version)) {
            Operation writer = op(written.writer(version));
            flaws.add(
                    Phenomenon.G1A,
                    read(operation, access) + ", which " + Words.of(writer) + " wrote and failed.",
                    writer,
                    op(operation));
        } else if (written.writer(version) == operation) {
            flaws.add(
                    Phenomenon.OWN_WRITE_UNSEEN, read(operation, access) + " before writing it itself.", op(operation));
        } else {
            saw(operation, access, version);
        }
    }

    private void saw(int operation, int access, int version) {
        uses.add(false, accesses.key(access), version);
        if (written.overwritten(version)) {
            Operation writer = op(written.writer(version));
            flaws.add(
                    Phenomenon.G1B,
                    read(operation, access) + ", which " + Words.of(writer) + " overwrote itself.",
                    writer,
                    op(operation));
        }
    }

    private void repeated(int operation, int access, int before) {
        flaws.add(
                Phenomenon.INTERNAL,
                read(operation, access) + ", after it had read " + Words.of(accesses.value(before))
                        + " and written nothing.",
                op(operation));
    }

    /** The transaction's last write, or its last access, of the same key before this one. */
    private int previous(int operation, int access, boolean write) {
        for (int before = access - 1; before >= accesses.first(operation); before--) {
            if (accesses.key(before) == accesses.key(access) && (!write || accesses.isWrite(before))) {
                return before;
            }
        }
        return NOTHING;
    }

    private Versions versions() {
        int[] writers = commits.writers(written);
        int[] keys = written.keys();
        Ints[] loose = new Ints[accesses.keys()];
        Arrays.setAll(loose, key -> new Ints(4));
        for (int version = 0; version < writers.length; version++) {
            if (writers[version] >= 0 && !written.overwritten(version)) {
                loose[keys[version]].add(version);
            }
        }
        int[][] unordered = Arrays.stream(loose).map(Ints::toArray).toArray(int[][]::new);
        int[][] ordered = new int[unordered.length][0];
        return new Versions(writers, keys, written.values(), accesses.keyNames(), ordered, unordered);
    }

    private String read(int operation, int access) {
        return who(operation) + " read " + Words.of(accesses.value(access)) + " of the key " + name(access);
    }

    private Operation op(int operation) {
        return accesses.operation(operation);
    }

    private String who(int operation) {
        return Words.starting(accesses.operation(operation));
    }

    private String name(int access) {
        return Words.of(accesses.keyName(accesses.key(access)));
    }
}
