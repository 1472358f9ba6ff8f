package dev.faultline.checkers.transaction;

import java.util.stream.IntStream;

/**
 * Edges from each transaction to those that began after it had ended, through a chain of moments: O(n) of them, where the
 * relation itself has O(n²) pairs.
 */
final class RealTime {
    private static final int NONE = -1;

    private final Transactions transactions;
    private final Edges edges;
    private int moment = NONE;

    RealTime(Transactions transactions, Edges edges) {
        this.transactions = transactions;
        this.edges = edges;
    }

    void add() {
        int[] ended = byEnd();
        int next = 0;
        for (int t = 0; t < transactions.size(); t++) {
            int from = next;
            while (next < ended.length && transactions.end(ended[next]) < transactions.start(t)) {
                next++;
            }
            if (next > from) {
                addMoment(ended, from, next);
            }
            if (moment != NONE) {
                edges.add(moment, t, Edges.TIME, 0);
            }
        }
    }

    private void addMoment(int[] ended, int from, int to) {
        int before = moment;
        moment = edges.addNode();
        if (before != NONE) {
            edges.add(before, moment, Edges.TIME, 0);
        }
        for (int i = from; i < to; i++) {
            edges.add(ended[i], moment, Edges.TIME, 0);
        }
    }

    private int[] byEnd() {
        return IntStream.range(0, transactions.size())
                .mapToLong(t -> ((long) transactions.end(t) << 32) | t)
                .sorted()
                .mapToInt(coded -> (int) coded)
                .toArray();
    }
}
