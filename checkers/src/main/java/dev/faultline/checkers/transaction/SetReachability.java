package dev.faultline.checkers.transaction;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * Which transactions lead to a node, where each has a process of its own: O(edges × n / 64) time, nodes × n bits.
 */
final class SetReachability implements Reachability {
    private final Transactions transactions;
    private final BitSet[] before;

    SetReachability(
            Transactions transactions, Digraph graph, int mask, Components order, IntUnaryOperator transaction) {
        this.transactions = transactions;
        before = new BitSet[graph.nodes()];
        int[] nodes = new int[graph.nodes()];
        for (int v = 0; v < nodes.length; v++) {
            nodes[order.component(v)] = v;
            before[v] = new BitSet(transactions.size());
        }
        for (int i = nodes.length - 1; i >= 0; i--) {
            pass(nodes[i], graph, mask, transaction.applyAsInt(nodes[i]));
        }
    }

    private void pass(int v, Digraph graph, int mask, int transaction) {
        for (int e = graph.first(v); e < graph.first(v + 1); e++) {
            if (graph.is(e, mask)) {
                before[graph.to(e)].or(before[v]);
                if (transaction >= 0) {
                    before[graph.to(e)].set(transaction);
                }
            }
        }
    }

    @Override
    public int before(int node, int process) {
        return before[node].get(transactions.ofProcess(process)[0]) ? 1 : 0;
    }

    @Override
    public int after(int transaction, int process) {
        return leads(transaction, transactions.ofProcess(process)[0]) ? 0 : Integer.MAX_VALUE;
    }

    @Override
    public boolean leads(int from, int node) {
        return before[node].get(from);
    }
}
