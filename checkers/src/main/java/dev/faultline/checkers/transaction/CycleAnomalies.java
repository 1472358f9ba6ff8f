package dev.faultline.checkers.transaction;

import dev.faultline.checkers.transaction.CyclePattern.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The cycles in a graph of dependencies, of each pattern the shortest in each strongly connected component. */
final class CycleAnomalies {
    private static final int MOST_COMPONENTS = 16;

    private final Transactions transactions;
    private final Digraph graph;
    private final int mask;
    private final List<Anomaly> found = new ArrayList<>();

    private CycleAnomalies(Transactions transactions, Digraph graph, int mask) {
        this.transactions = transactions;
        this.graph = graph;
        this.mask = mask;
    }

    static List<Anomaly> find(Transactions transactions, Digraph graph) {
        return find(transactions, graph, new CycleRule(Edges.ALL, CycleRule.AntiDependencies.ANY));
    }

    /** Those among the edges that count for a rule. */
    static List<Anomaly> find(Transactions transactions, Digraph graph, CycleRule rule) {
        CycleAnomalies anomalies = new CycleAnomalies(transactions, graph, rule.mask() | Edges.COMMIT);
        new Components(graph, anomalies.mask)
                .cyclic().stream().limit(MOST_COMPONENTS).forEach(anomalies::addFrom);
        return anomalies.found;
    }

    /** Cycles that need the order of processes or real time are told only where the others do not already tell as much. */
    private void addFrom(int[] members) {
        Digraph part = graph.among(members);
        NavigableSet<CyclePattern> told = new TreeSet<>();
        for (Variant variant : Variant.ALL) {
            if ((variant.needed() & mask) != variant.needed()) {
                return;
            }
            for (CyclePattern pattern : CyclePattern.values()) {
                boolean enough = variant != Variant.PLAIN && told.floor(pattern) != null;
                if (!enough && add(part, pattern, variant, members)) {
                    told.add(pattern);
                }
            }
        }
    }

    private boolean add(Digraph part, CyclePattern pattern, Variant variant, int[] members) {
        if (new Components(part, pattern.mask() | variant.mask()).acyclic()) {
            return false;
        }
        return CycleSearch.shortest(part, pattern, variant, members)
                .map(cycle -> found.add(new CycleWords(transactions, cycle).anomaly(pattern.id() + variant.suffix())))
                .orElse(false);
    }
}
