package dev.faultline.checkers.transaction;

import java.util.HashMap;
import java.util.Map;

/**
 * Transactions that write one key, in the order in which they came to be seen. Edges from all of them go through one node for
 * each of their beginnings, so that there are O(1) of them for a read.
 */
final class SeenBefore {
    private final CommitOrder order;
    private final Ints moments = new Ints(4);
    private final Ints members = new Ints(4);
    private final Ints nodes = new Ints(4);
    private final Map<Integer, Integer> position = new HashMap<>();

    SeenBefore(CommitOrder order) {
        this.order = order;
    }

    /** @param moment not below that of the last */
    void add(int moment, int transaction) {
        if (position.putIfAbsent(transaction, members.size()) != null) {
            return;
        }
        int node = order.edges().addNode();
        if (!nodes.isEmpty()) {
            order.edges().add(nodes.last(), node, Edges.THROUGH, 0);
        }
        order.edges().add(transaction, node, Edges.THROUGH, 0);
        moments.add(moment);
        members.add(transaction);
        nodes.add(node);
    }

    /**
     * A reader, by a use, has seen all that were added at moments below a bound, itself left out. O(log n), plus those that
     * were added after the reader or the one that it reads from.
     */
    void seen(int bound, int reader, int use) {
        int count = countBefore(bound);
        Transactions transactions = order.transactions();
        int writer = transactions.versions().writer(transactions.uses().version(use));
        int plain = Math.min(position.getOrDefault(reader, count), position.getOrDefault(writer, count));
        if (plain > count || writer < 0) {
            plain = writer < 0 ? 0 : count;
        }
        if (plain > 0) {
            order.edges().add(nodes.get(plain - 1), writer, Edges.COMMIT, use);
        }
        for (int i = plain; i < count; i++) {
            if (members.get(i) != reader) {
                order.seen(members.get(i), use);
            }
        }
    }

    private int countBefore(int bound) {
        int low = 0;
        int high = moments.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (moments.get(middle) < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
