package dev.faultline.checkers.transaction;

/**
 * What each transaction took from others, and left for others: the uses of transaction t are {@code first(t)} to
 * {@code first(t + 1)}, exclusively, in their order.
 */
final class Uses {
    private final Ints first = new Ints();
    private final Ints coded = new Ints();
    private final Ints versions = new Ints();

    Uses() {
        first.add(0);
    }

    void add(boolean write, int key, int version) {
        coded.add(write ? ~key : key);
        versions.add(version);
    }

    void end() {
        first.add(coded.size());
    }

    int first(int transaction) {
        return first.get(transaction);
    }

    boolean isWrite(int use) {
        return coded.get(use) < 0;
    }

    int key(int use) {
        int key = coded.get(use);
        return key < 0 ? ~key : key;
    }

    /** The version read, or written. */
    int version(int use) {
        return versions.get(use);
    }

    /** The transaction of a use. O(log n). */
    int owner(int use) {
        int low = 0;
        int high = first.size() - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (first.get(middle) <= use) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
