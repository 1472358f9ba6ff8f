package dev.faultline.checkers.transaction;

import java.util.Comparator;
import java.util.PriorityQueue;

/** The order of transactions that keeps the edges and takes the one that ended first wherever several may come next. */
final class Topological {
    private Topological() {}

    /** The rank of each transaction, in a graph without cycles. O((nodes + edges) log nodes). */
    static int[] ranks(Transactions transactions, Digraph graph, int mask) {
        int[] missing = missing(graph, mask);
        PriorityQueue<Integer> ready = queue(transactions);
        for (int v = 0; v < missing.length; v++) {
            if (missing[v] == 0) {
                ready.add(v);
            }
        }
        int[] ranks = new int[transactions.size()];
        int next = 0;
        while (!ready.isEmpty()) {
            int v = ready.poll();
            if (v < ranks.length) {
                ranks[v] = next++;
            }
            for (int e = graph.first(v); e < graph.first(v + 1); e++) {
                if (graph.is(e, mask) && --missing[graph.to(e)] == 0) {
                    ready.add(graph.to(e));
                }
            }
        }
        return ranks;
    }

    /** How many edges lead to each node. */
    static int[] missing(Digraph graph, int mask) {
        int[] missing = new int[graph.nodes()];
        for (int v = 0; v < graph.nodes(); v++) {
            for (int e = graph.first(v); e < graph.first(v + 1); e++) {
                if (graph.is(e, mask)) {
                    missing[graph.to(e)]++;
                }
            }
        }
        return missing;
    }

    /** Nodes that are no transactions come first, then the transactions in the order of their ends. */
    static PriorityQueue<Integer> queue(Transactions transactions) {
        return new PriorityQueue<>(
                Comparator.<Integer>comparingInt(v -> v < transactions.size() ? transactions.end(v) : -1)
                        .thenComparingInt(v -> v));
    }
}
