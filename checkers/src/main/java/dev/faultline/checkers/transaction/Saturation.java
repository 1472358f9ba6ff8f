package dev.faultline.checkers.transaction;

import dev.faultline.checkers.transaction.CycleRule.AntiDependencies;

/**
 * What follows about the order of versions from the edges that are certain, until nothing more does. When t3 reads a key
 * from t1, and t2 writes it too: if t2 leads to t3, then t2 is before t1; if t1 leads to t2, then t3 has an rw to t2.
 */
final class Saturation {
    private final Transactions transactions;
    private final KeyWriters writers;
    private final CycleRule rule;
    private final Edges edges;
    private final Clock clock;
    private Digraph graph;
    private Components order;
    private Reachability reach;

    /** @param edges those that are certain or assumed; what follows is added to them */
    Saturation(Transactions transactions, KeyWriters writers, CycleRule rule, Edges edges, Clock clock) {
        this.transactions = transactions;
        this.writers = writers;
        this.rule = rule;
        this.edges = edges;
        this.clock = clock;
    }

    /** Whether no forbidden cycle follows. */
    boolean holds() {
        int known;
        do {
            known = edges.size();
            graph = edges.graph();
            order = new Components(graph, leading());
            if (!order.acyclic()) {
                return false;
            }
            reach = Reachability.of(transactions, graph, leading(), order, this::transaction);
            infer();
            if (rule.antiDependencies() != AntiDependencies.ANY && !inferThroughLayers()) {
                return false;
            }
        } while (edges.size() > known && !clock.isLate());
        return !ForbiddenCycles.exist(edges.graph(), counted());
    }

    Digraph graph() {
        return graph;
    }

    /** The graph's nodes in an order that keeps the edges that lead. */
    Components order() {
        return order;
    }

    /** The edges by which one transaction must come before another. */
    int leading() {
        int counted = rule.mask() | Edges.COMMIT;
        return rule.antiDependencies() == AntiDependencies.ANY ? counted : counted & ~(Edges.RW | Edges.THROUGH);
    }

    boolean leads(int from, int to) {
        return reach.leads(from, to);
    }

    /** The size of what is computed for each assumption. */
    long words() {
        long width = transactions.processes();
        return graph.nodes() * (transactions.areApart() ? 1 + width / Long.SIZE : width);
    }

    private CycleRule counted() {
        return new CycleRule(rule.mask() | Edges.COMMIT, rule.antiDependencies());
    }

    private int transaction(int node) {
        return node < transactions.size() ? node : -1;
    }

    /** What follows along ways with rw edges; answers whether there is no forbidden cycle among them. */
    private boolean inferThroughLayers() {
        Digraph layers = Layers.of(graph, counted());
        Components layered = new Components(layers, Edges.ALL);
        if (!layered.acyclic()) {
            return false;
        }
        boolean apart = rule.antiDependencies() == AntiDependencies.APART;
        Reachability plain = Reachability.of(
                transactions, layers, Edges.ALL, layered, node -> node % 2 == 0 ? transaction(node / 2) : -1);
        Reachability afterRw = apart
                ? Reachability.of(
                        transactions, layers, Edges.ALL, layered, node -> node % 2 == 1 ? transaction(node / 2) : -1)
                : plain;
        Uses uses = transactions.uses();
        for (int t = 0; t < transactions.size(); t++) {
            for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                if (isOpen(uses.key(use)) && uses.isWrite(use)) {
                    inferWriteOrder(t, use, plain);
                } else if (isOpen(uses.key(use)) && uses.version(use) != Versions.INITIAL) {
                    inferEarlier(2 * t, use, afterRw);
                }
            }
        }
        return true;
    }

    /** Who leads to a writer of the same key, however, wrote before it. */
    private void inferWriteOrder(int writer, int use, Reachability ways) {
        int key = transactions.uses().key(use);
        for (int group = writers.firstGroup(key); group < writers.firstGroup(key + 1); group++) {
            int process = writers.process(group);
            int bound = Math.max(ways.before(2 * writer, process), ways.before(2 * writer + 1, process));
            int earlier = writers.lastBefore(group, bound);
            if (earlier >= 0 && earlier != writer && !reach.leads(earlier, writer)) {
                edges.add(earlier, writer, Edges.WW, transactions.uses().version(use));
            }
        }
    }

    /** Who leads to a reader in a way that an rw may close wrote before the one from whom the reader read. */
    private void inferEarlier(int node, int use, Reachability ways) {
        int key = transactions.uses().key(use);
        int writer = transactions.versions().writer(transactions.uses().version(use));
        for (int group = writers.firstGroup(key); group < writers.firstGroup(key + 1); group++) {
            int earlier = writers.lastBefore(group, ways.before(node, writers.process(group)));
            if (earlier >= 0 && earlier != writer && earlier != node / 2 && !reach.leads(earlier, writer)) {
                edges.add(earlier, writer, Edges.COMMIT, use);
            }
        }
    }

    private void infer() {
        Uses uses = transactions.uses();
        for (int t = 0; t < transactions.size(); t++) {
            for (int use = uses.first(t); use < uses.first(t + 1); use++) {
                if (!uses.isWrite(use) && uses.version(use) != Versions.INITIAL && isOpen(uses.key(use))) {
                    infer(t, use);
                }
            }
        }
    }

    /** Whether the order of the versions of a key is not known already. */
    private boolean isOpen(int key) {
        return transactions.versions().loose(key).length > 1;
    }

    private void infer(int reader, int use) {
        int key = transactions.uses().key(use);
        int writer = transactions.versions().writer(transactions.uses().version(use));
        for (int group = writers.firstGroup(key); group < writers.firstGroup(key + 1); group++) {
            int process = writers.process(group);
            int earlier = writers.lastBefore(group, reach.before(reader, process));
            if (earlier >= 0 && earlier != writer && !reach.leads(earlier, writer)) {
                edges.add(earlier, writer, Edges.COMMIT, use);
            }
            int later = writers.firstFrom(group, reach.after(writer, process));
            if (later == reader) {
                later = writers.firstFrom(group, transactions.place(reader) + 1);
            }
            if (later >= 0 && addsAntiDependency(reader, later)) {
                edges.add(reader, later, Edges.RW, firstVersion(later, key));
            }
        }
    }

    /** Where rw does not lead, an edge is new until it was added once. */
    private boolean addsAntiDependency(int reader, int later) {
        if (rule.antiDependencies() == AntiDependencies.ANY) {
            return !reach.leads(reader, later);
        }
        for (int e = graph.first(reader); e < graph.first(reader + 1); e++) {
            if (graph.to(e) == later && graph.kind(e) == Edges.RW) {
                return false;
            }
        }
        return true;
    }

    private int firstVersion(int transaction, int key) {
        Uses uses = transactions.uses();
        for (int use = uses.first(transaction); use < uses.first(transaction + 1); use++) {
            if (uses.isWrite(use) && uses.key(use) == key) {
                return uses.version(use);
            }
        }
        throw new IllegalArgumentException("Transaction " + transaction + " does not write key " + key + ".");
    }
}
