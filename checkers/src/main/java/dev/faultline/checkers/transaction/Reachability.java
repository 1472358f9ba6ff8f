package dev.faultline.checkers.transaction;

/** Which transactions lead to which, in a graph without cycles. */
interface Reachability {

    /** How many transactions of a process lead to a node. */
    int before(int node, int process);

    /** The place of the first transaction of a process to which a transaction leads. */
    int after(int transaction, int process);

    boolean leads(int from, int to);

    /**
     * The one that suits the transactions.
     *
     * @param mask the kinds of edges that lead
     * @param order the components of the graph by the same mask, each of a single node
     */
    static Reachability of(Transactions transactions, Digraph graph, int mask, Components order) {
        return transactions.areApart()
                ? new SetReachability(transactions, graph, mask, order)
                : new ProcessReachability(transactions, graph, mask, order);
    }
}
