package dev.faultline.checkers.transaction;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Which transactions of each process lead to a node, and which it leads to, where process order is part of the graph: O((nodes +
 * edges) × processes) time, O(nodes × processes) ints.
 */
final class ProcessReachability implements Reachability {
    private final Transactions transactions;
    private final Digraph graph;
    private final int mask;
    private final int width;
    private final int[][] before;
    private final int[] nodes;
    private int[][] after;

    /** @param order the components of the graph by the same mask, each of a single node */
    ProcessReachability(
            Transactions transactions, Digraph graph, int mask, Components order, IntUnaryOperator transaction) {
        this.transactions = transactions;
        this.graph = graph;
        this.mask = mask;
        width = transactions.processes();
        before = new int[graph.nodes()][width];
        nodes = new int[graph.nodes()];
        for (int v = 0; v < nodes.length; v++) {
            nodes[order.component(v)] = v;
        }
        for (int i = nodes.length - 1; i >= 0; i--) {
            pass(nodes[i], transaction.applyAsInt(nodes[i]));
        }
    }

    @Override
    public int before(int node, int process) {
        return before[node][process];
    }

    @Override
    public int after(int transaction, int process) {
        if (after == null) {
            after = new int[nodes.length][width];
            for (int node : nodes) {
                gather(node);
            }
        }
        return after[transaction][process];
    }

    @Override
    public boolean leads(int from, int node) {
        return before[node][transactions.process(from)] > transactions.place(from);
    }

    private void pass(int v, int transaction) {
        for (int e = graph.first(v); e < graph.first(v + 1); e++) {
            if (graph.is(e, mask)) {
                int[] row = before[graph.to(e)];
                for (int i = 0; i < width; i++) {
                    row[i] = Math.max(row[i], before[v][i]);
                }
                if (transaction >= 0) {
                    int process = transactions.process(transaction);
                    row[process] = Math.max(row[process], transactions.place(transaction) + 1);
                }
            }
        }
    }

    private void gather(int v) {
        Arrays.fill(after[v], Integer.MAX_VALUE);
        for (int e = graph.first(v); e < graph.first(v + 1); e++) {
            if (graph.is(e, mask)) {
                int to = graph.to(e);
                for (int i = 0; i < width; i++) {
                    after[v][i] = Math.min(after[v][i], after[to][i]);
                }
                if (to < transactions.size()) {
                    int process = transactions.process(to);
                    after[v][process] = Math.min(after[v][process], transactions.place(to));
                }
            }
        }
    }
}
