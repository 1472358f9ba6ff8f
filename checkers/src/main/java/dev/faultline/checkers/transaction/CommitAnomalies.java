package dev.faultline.checkers.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why no commit order is what a level demands. */
final class CommitAnomalies {
    private static final long MOST_EDGES = 20_000_000;

    private final Transactions transactions;
    private final Level level;

    private CommitAnomalies(Transactions transactions, Level level) {
        this.transactions = transactions;
        this.level = level;
    }

    /** At most one, the shortest cycle found; none when the history is too large to write all edges down. */
    static List<Anomaly> find(Transactions transactions, KeyWriters writers, Level level) {
        CommitAnomalies anomalies = new CommitAnomalies(transactions, level);
        for (CommitOrder order : orders(transactions, writers, level)) {
            Optional<Anomaly> found = anomalies.in(order);
            if (found.isPresent()) {
                return List.of(found.get());
            }
        }
        return List.of();
    }

    private static List<CommitOrder> orders(Transactions transactions, KeyWriters writers, Level level) {
        if (level == Level.CAUSAL) {
            boolean small = (long) transactions.size() * transactions.processes() <= MOST_EDGES;
            CommitOrder causal = new CausalEdges(transactions, writers);
            if (small) {
                causal.addFor(process -> true);
            }
            return small ? List.of(causal) : List.of();
        }
        return new CommitOrders(transactions, writers).broken(level).stream().toList();
    }

    private Optional<Anomaly> in(CommitOrder order) {
        if (order.isBroken()) {
            return Optional.of(forgotten(order));
        }
        Digraph graph = order.edges().graph();
        for (int[] members : new Components(graph, Edges.ALL).cyclic()) {
            Optional<Cycle> cycle = ShortestCycle.in(graph.among(members), members);
            if (cycle.isPresent()) {
                return Optional.of(new CycleWords(transactions, cycle.get()).anomaly(level.id() + "-violation"));
            }
        }
        return Optional.empty();
    }

    private Anomaly forgotten(CommitOrder order) {
        int reader = transactions.uses().owner(order.broken());
        int seen = order.brokenBy();
        Versions versions = transactions.versions();
        int key = transactions.uses().key(order.broken());
        String explanation = level.id() + "-violation: " + Words.of(transactions.operation(reader))
                + " read nothing in key " + Words.of(versions.keyName(key)) + ", although it comes after "
                + Words.of(transactions.operation(seen)) + ", which wrote it.";
        return new Anomaly(
                level.id() + "-violation",
                new ArrayList<>(List.of(transactions.operation(seen), transactions.operation(reader))),
                explanation,
                List.of());
    }
}
