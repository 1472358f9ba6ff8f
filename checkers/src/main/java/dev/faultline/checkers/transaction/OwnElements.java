package dev.faultline.checkers.transaction;

import java.util.List;

/** Tells what a transaction appended itself from what it found in a list. */
final class OwnElements {
    static final int UNSEEN = -1;

    private final Accesses accesses;

    OwnElements(Accesses accesses) {
        this.accesses = accesses;
    }

    /**
     * How many elements of a list that was read are not the reader's own; {@link #UNSEEN} when the list does not end with
     * all that the reader had appended.
     */
    int foreign(int operation, int access) {
        List<?> list = list(access);
        int left = list.size();
        for (int before = access - 1; before >= accesses.first(operation); before--) {
            if (accesses.isWrite(before) && accesses.key(before) == accesses.key(access)) {
                left--;
                if (left < 0 || !list.get(left).equals(accesses.value(before))) {
                    return UNSEEN;
                }
            }
        }
        return left;
    }

    /** The list that an access read; the empty one is nil, too. */
    List<?> list(int access) {
        return accesses.value(access) instanceof List<?> list ? list : List.of();
    }
}
