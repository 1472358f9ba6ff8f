package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.Operation;
import java.util.BitSet;

/** Every version that somebody tried to write, by its key and value. */
final class Written {
    static final int NOBODY = VersionTable.NONE;

    private final Accesses accesses;
    private final VersionTable versions;
    private final Ints writers = new Ints();
    private final Ints ordinals = new Ints();
    private final int[] versionOf;
    private final BitSet overwritten = new BitSet();
    private String ambiguity = "";

    /** O(accesses). */
    Written(Accesses accesses) {
        this.accesses = accesses;
        versionOf = new int[accesses.size()];
        versions = new VersionTable(accesses.writes());
        for (int i = 0; i < accesses.operations(); i++) {
            for (int access = accesses.first(i); access < accesses.first(i + 1); access++) {
                if (accesses.isWrite(access)) {
                    declare(i, access);
                }
            }
        }
    }

    /** Why a read of a value does not tell whose write it saw; empty when it does. */
    String ambiguity() {
        return ambiguity;
    }

    int size() {
        return writers.size();
    }

    /** The version of this key with this value, or {@link #NOBODY}. */
    int version(int key, Object value) {
        return versions.find(key, value);
    }

    /** The version that a write made. */
    int version(int access) {
        return versionOf[access];
    }

    /** The operation that tried to write it. */
    int writer(int version) {
        return writers.get(version);
    }

    boolean failed(int version) {
        return accesses.operation(writer(version)).outcome() == EventType.FAIL;
    }

    /** Whether its transaction wrote the key again. */
    boolean overwritten(int version) {
        return overwritten.get(version);
    }

    /** How many versions of the key its transaction wrote before. */
    int ordinal(int version) {
        return ordinals.get(version);
    }

    int[] keys() {
        return versions.keys();
    }

    Object value(int version) {
        return versions.value(version);
    }

    Object[] values() {
        return versions.values();
    }

    private void declare(int operation, int access) {
        versionOf[access] = size();
        int before = versions.add(accesses.key(access), accesses.value(access));
        writers.add(operation);
        ordinals.add(noteEarlier(operation, access));
        if (before != NOBODY) {
            again(operation, access, before);
        }
    }

    /** How often the transaction wrote the key before; those versions are overwritten. */
    private int noteEarlier(int operation, int access) {
        for (int earlier = access - 1; earlier >= accesses.first(operation); earlier--) {
            if (accesses.isWrite(earlier) && accesses.key(earlier) == accesses.key(access)) {
                overwritten.set(versionOf[earlier]);
                return ordinals.get(versionOf[earlier]) + 1;
            }
        }
        return 0;
    }

    /** A failed attempt does not count beside another. */
    private void again(int operation, int access, int before) {
        if (failed(before)) {
            versions.replace(versionOf[access]);
        } else if (accesses.operation(operation).outcome() != EventType.FAIL) {
            ambiguity = twice(accesses.operation(writer(before)), accesses.operation(operation), access);
        }
    }

    private String twice(Operation one, Operation other, int access) {
        return Words.of(accesses.value(access)) + " was written twice to the key "
                + Words.of(accesses.keyName(accesses.key(access))) + ", by " + Words.of(one) + " and by "
                + Words.of(other) + ", so that a read of it does not tell whose write it saw. Write every value once.";
    }
}
