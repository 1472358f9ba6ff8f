package dev.faultline.checkers.transaction;

import java.util.function.IntUnaryOperator;

/** Which transactions lead to which, in a graph without cycles. */
interface Reachability {

    /** How many transactions of a process lead to a node. */
    int before(int node, int process);

    /** The place of the first transaction of a process to which a transaction leads, where nodes are transactions. */
    int after(int transaction, int process);

    /** Whether a transaction leads to a node. */
    boolean leads(int from, int node);

    /**
     * The one that suits the transactions.
     *
     * @param mask the kinds of edges that lead
     * @param order the components of the graph by the same mask, each of a single node
     * @param transaction which transaction a node stands for, or -1
     */
    static Reachability of(
            Transactions transactions, Digraph graph, int mask, Components order, IntUnaryOperator transaction) {
        return transactions.areApart()
                ? new SetReachability(transactions, graph, mask, order, transaction)
                : new ProcessReachability(transactions, graph, mask, order, transaction);
    }
}
