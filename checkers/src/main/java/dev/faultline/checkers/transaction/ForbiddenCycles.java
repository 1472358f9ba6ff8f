package dev.faultline.checkers.transaction;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Whether a graph of dependencies has a cycle that a level forbids. */
final class ForbiddenCycles {
    private final Digraph graph;
    private final CycleRule rule;

    private ForbiddenCycles(Digraph graph, CycleRule rule) {
        this.graph = graph;
        this.rule = rule;
    }

    /** The parts of a graph that hold all its cycles. O(nodes + edges). */
    static List<Digraph> cyclicParts(Digraph graph) {
        return new Components(graph, Edges.ALL)
                .cyclic().stream().map(graph::among).toList();
    }

    /**
     * O(nodes + edges), except where at most one rw is allowed: there O(rw edges × edges) for the edges on cycles, at worst.
     */
    static boolean exist(Digraph graph, CycleRule rule) {
        return new Components(graph, rule.mask())
                .cyclic().stream().anyMatch(members -> new ForbiddenCycles(graph.among(members), rule).exist());
    }

    private boolean exist() {
        return switch (rule.antiDependencies()) {
            case ANY -> true;
            case APART -> !new Components(Layers.of(graph, rule), Edges.ALL).acyclic();
            case ONE -> withOne();
        };
    }

    private boolean withOne() {
        int without = rule.mask() & ~Edges.RW;
        Components order = new Components(graph, without);
        if (!order.acyclic()) {
            return true;
        }
        for (int v = 0; v < graph.nodes(); v++) {
            if (leadsBack(v, order, without)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a path without rw leads from what some rw of a node leads to, back to the node. */
    private boolean leadsBack(int node, Components order, int mask) {
        BitSet reached = new BitSet(graph.nodes());
        Deque<Integer> open = new ArrayDeque<>();
        for (int e = graph.first(node); e < graph.first(node + 1); e++) {
            if (graph.kind(e) == Edges.RW) {
                reach(graph.to(e), node, order, reached, open);
            }
        }
        while (!open.isEmpty()) {
            int v = open.pop();
            if (v == node) {
                return true;
            }
            for (int e = graph.first(v); e < graph.first(v + 1); e++) {
                if (graph.is(e, mask)) {
                    reach(graph.to(e), node, order, reached, open);
                }
            }
        }
        return false;
    }

    /** Components are numbered against the order, so what has a smaller number than the goal cannot lead to it. */
    private static void reach(int v, int goal, Components order, BitSet reached, Deque<Integer> open) {
        if (order.component(v) >= order.component(goal) && !reached.get(v)) {
            reached.set(v);
            open.push(v);
        }
    }
}
