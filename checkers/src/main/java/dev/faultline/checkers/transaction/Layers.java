package dev.faultline.checkers.transaction;

import dev.faultline.checkers.transaction.CycleRule.AntiDependencies;

/**
 * A graph in which every node is there twice, so that its ways are those that a cycle may take which is forbidden though
 * it has rw edges. Where rw may not follow rw, node v is 2v + 1 when an rw led to it, and else 2v. Where there may be one rw,
 * node v is 2v + 1 after it, and 2v before.
 */
final class Layers {
    private final Digraph graph;
    private final CycleRule rule;
    private final Edges edges;

    private Layers(Digraph graph, CycleRule rule) {
        this.graph = graph;
        this.rule = rule;
        edges = new Edges(2 * graph.nodes());
    }

    /** O(nodes + edges). */
    static Digraph of(Digraph graph, CycleRule rule) {
        Layers layers = new Layers(graph, rule);
        for (int v = 0; v < graph.nodes(); v++) {
            for (int e = graph.first(v); e < graph.first(v + 1); e++) {
                if (graph.is(e, rule.mask())) {
                    layers.add(v, e);
                }
            }
        }
        return layers.edges.graph();
    }

    private void add(int v, int e) {
        int to = 2 * graph.to(e);
        int kind = graph.kind(e);
        if (kind == Edges.RW) {
            edges.add(2 * v, to + 1, kind, 0);
            return;
        }
        boolean stays = kind == Edges.THROUGH || rule.antiDependencies() == AntiDependencies.ONE;
        edges.add(2 * v, to, kind, 0);
        edges.add(2 * v + 1, stays ? to + 1 : to, kind, 0);
    }
}
