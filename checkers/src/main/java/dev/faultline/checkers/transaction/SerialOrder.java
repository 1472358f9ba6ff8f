package dev.faultline.checkers.transaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Runs transactions one after another, as a serial execution could: each after those that lead to it, and a write only when
 * all readers of the version before have run. Takes the one that ended first wherever several can run, and never goes back,
 * so that it may miss an order. O((n + uses) log n), mostly.
 */
final class SerialOrder {
    private final Transactions transactions;
    private final Digraph graph;
    private final int mask;
    private final int[] missing;
    private final PriorityQueue<Integer> ready;
    private final Map<Integer, Integer> current = new HashMap<>();
    private final Map<Long, Integer> readers = new HashMap<>();
    private final Map<Integer, List<Integer>> blocked = new HashMap<>();
    private final Ints order = new Ints();

    SerialOrder(Transactions transactions, Digraph graph, int mask) {
        this.transactions = transactions;
        this.graph = graph;
        this.mask = mask;
        missing = Topological.missing(graph, mask);
        ready = Topological.queue(transactions);
    }

    /** The transactions in an order, when one is found. */
    Optional<int[]> find() {
        prepare();
        while (!ready.isEmpty()) {
            int v = ready.poll();
            if (v >= transactions.size() || canRun(v)) {
                run(v);
            }
        }
        return order.size() == transactions.size() ? Optional.of(order.toArray()) : Optional.empty();
    }

    private void prepare() {
        for (int v = 0; v < missing.length; v++) {
            if (missing[v] == 0) {
                ready.add(v);
            }
            if (v < transactions.size()) {
                countReads(v, 1);
            }
        }
    }

    private void countReads(int t, int change) {
        Uses uses = transactions.uses();
        for (int use = uses.first(t); use < uses.first(t + 1); use++) {
            if (!uses.isWrite(use)) {
                readers.merge(code(uses.key(use), writer(uses.version(use))), change, Integer::sum);
            }
        }
    }

    /** Whether nobody else has still to read what it overwrites; else it waits for them. */
    private boolean canRun(int t) {
        Uses uses = transactions.uses();
        for (int use = uses.first(t); use < uses.first(t + 1); use++) {
            if (uses.isWrite(use)) {
                int key = uses.key(use);
                long version = code(key, current.getOrDefault(key, -1));
                if (readers.getOrDefault(version, 0) > ownReads(t, version)) {
                    blocked.computeIfAbsent(key, fresh -> new ArrayList<>()).add(t);
                    return false;
                }
            }
        }
        return true;
    }

    private int ownReads(int t, long version) {
        Uses uses = transactions.uses();
        int own = 0;
        for (int use = uses.first(t); use < uses.first(t + 1); use++) {
            if (!uses.isWrite(use) && code(uses.key(use), writer(uses.version(use))) == version) {
                own++;
            }
        }
        return own;
    }

    private void run(int v) {
        if (v < transactions.size()) {
            order.add(v);
            countReads(v, -1);
            apply(v);
        }
        for (int e = graph.first(v); e < graph.first(v + 1); e++) {
            if (graph.is(e, mask) && --missing[graph.to(e)] == 0) {
                ready.add(graph.to(e));
            }
        }
    }

    private void apply(int t) {
        Uses uses = transactions.uses();
        for (int use = uses.first(t); use < uses.first(t + 1); use++) {
            int key = uses.key(use);
            if (uses.isWrite(use)) {
                current.put(key, t);
            }
            List<Integer> waiting = blocked.remove(key);
            if (waiting != null) {
                ready.addAll(waiting);
            }
        }
    }

    private int writer(int version) {
        return transactions.versions().writer(version);
    }

    private static long code(int key, int writer) {
        return ((long) key << 32) | (writer + 1);
    }
}
