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

    /** A reader, by a use, has seen all that were added at moments below a bound. O(log n), plus those added after the one that it reads. */
    void seen(int bound, int use) {
        int count = countBefore(bound);
        if (count == 0) {
            return;
        }
        Transactions transactions = order.transactions();
        int writer = transactions.versions().writer(transactions.uses().version(use));
        int own = writer < 0 ? count : Math.min(count, position.getOrDefault(writer, count));
        if (writer < 0) {
            order.seen(members.get(0), use);
        } else if (own > 0) {
            order.edges().add(nodes.get(own - 1), writer, Edges.COMMIT, use);
        }
        for (int i = own + 1; i < count; i++) {
            order.seen(members.get(i), use);
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
