package dev.faultline.checkers.transaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A shortest cycle of a graph, among those through its first nodes. */
final class ShortestCycle {
    private static final int MOST_STARTS = 200;

    private final Digraph graph;
    private final int[] cameFrom;
    private final int[] cameBy;

    private ShortestCycle(Digraph graph) {
        this.graph = graph;
        cameFrom = new int[graph.nodes()];
        cameBy = new int[graph.nodes()];
    }

    /** @param members the numbers of the nodes in the graph of which this one is a part */
    static Optional<Cycle> in(Digraph graph, int[] members) {
        ShortestCycle search = new ShortestCycle(graph);
        List<Cycle.Step> best = null;
        for (int v = 0; v < Math.min(MOST_STARTS, graph.nodes()); v++) {
            List<Cycle.Step> found = search.through(v, members);
            if (!found.isEmpty() && (best == null || found.size() < best.size())) {
                best = found;
            }
        }
        return Optional.ofNullable(best).map(Cycle::new);
    }

    private List<Cycle.Step> through(int goal, int[] members) {
        Arrays.fill(cameFrom, -1);
        Ints open = new Ints();
        open.add(goal);
        for (int i = 0; i < open.size() && cameFrom[goal] < 0; i++) {
            int v = open.get(i);
            for (int e = graph.first(v); e < graph.first(v + 1); e++) {
                if (cameFrom[graph.to(e)] < 0) {
                    cameFrom[graph.to(e)] = v;
                    cameBy[graph.to(e)] = e;
                    open.add(graph.to(e));
                }
            }
        }
        return cameFrom[goal] < 0 ? List.of() : way(goal, members);
    }

    private List<Cycle.Step> way(int goal, int[] members) {
        List<Cycle.Step> way = new ArrayList<>();
        int v = goal;
        do {
            int e = cameBy[v];
            way.add(0, new Cycle.Step(members[cameFrom[v]], members[v], graph.kind(e), graph.label(e)));
            v = cameFrom[v];
        } while (v != goal);
        return way;
    }
}
