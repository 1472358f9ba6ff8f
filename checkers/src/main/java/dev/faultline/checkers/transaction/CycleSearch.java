package dev.faultline.checkers.transaction;

import dev.faultline.checkers.transaction.CyclePattern.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The shortest cycles of a pattern in a graph. O(edges²) at worst, so it stops after so many steps, with the shortest found
 * by then.
 */
final class CycleSearch {
    private static final long MOST_STEPS = 30_000_000;
    private static final int NONE = -1;

    private final Digraph graph;
    private final CyclePattern pattern;
    private final Variant variant;
    private final int mask;
    private final int[] cameFrom;
    private final int[] cameBy;
    private final Ints touched = new Ints();
    private final int[] source;
    private long steps;

    private CycleSearch(Digraph graph, CyclePattern pattern, Variant variant) {
        this.graph = graph;
        this.pattern = pattern;
        this.variant = variant;
        mask = pattern.mask() | variant.mask();
        int states = graph.nodes() * CyclePattern.PHASES * 2;
        cameFrom = new int[states];
        cameBy = new int[states];
        source = new int[graph.first(graph.nodes())];
        Arrays.fill(cameFrom, NONE);
        for (int v = 0; v < graph.nodes(); v++) {
            Arrays.fill(source, graph.first(v), graph.first(v + 1), v);
        }
    }

    /** The shortest, in a graph whose nodes are part of a larger one's: {@code members[i]} is the number of node i there. */
    static Optional<Cycle> shortest(Digraph graph, CyclePattern pattern, Variant variant, int[] members) {
        CycleSearch search = new CycleSearch(graph, pattern, variant);
        return search.shortest().map(edges -> search.cycle(edges, members));
    }

    private Optional<int[]> shortest() {
        int[] best = null;
        for (int e = 0; e < source.length && steps < MOST_STEPS; e++) {
            if (graph.is(e, pattern.start())) {
                int[] found = from(e, best == null ? Integer.MAX_VALUE : best.length);
                best = found == null ? best : found;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The edges of the shortest cycle through an edge, if it is shorter than a bound; else null. */
    private int[] from(int first, int bound) {
        int goal = source[first];
        Ints open = new Ints();
        int begin = state(graph.to(first), 0, seen(0, first));
        mark(begin, begin, first);
        open.add(begin);
        int end = NONE;
        for (int i = 0; i < open.size() && end == NONE; i++) {
            end = expand(open.get(i), goal, open);
        }
        int[] edges = end == NONE ? null : way(end, begin, first);
        clear();
        return edges == null || edges.length >= bound || !isSimple(edges) ? null : edges;
    }

    /** Marks what follows a state; answers the state that closes the cycle, if one does. */
    private int expand(int state, int goal, Ints open) {
        int v = state / (2 * CyclePattern.PHASES);
        int phase = state / 2 % CyclePattern.PHASES;
        for (int e = graph.first(v); e < graph.first(v + 1); e++) {
            steps++;
            int next = graph.is(e, mask) ? pattern.next(phase, graph.kind(e)) : CyclePattern.DEAD;
            if (next != CyclePattern.DEAD) {
                int after = state(graph.to(e), next, seen(state % 2, e));
                if (cameFrom[after] == NONE) {
                    mark(after, state, e);
                    if (graph.to(e) == goal && pattern.closes(next) && (after % 2 == 1 || variant.needed() == 0)) {
                        return after;
                    }
                    open.add(after);
                }
            }
        }
        return NONE;
    }

    private int seen(int before, int edge) {
        return before == 1 || graph.is(edge, variant.needed()) ? 1 : 0;
    }

    private static int state(int node, int phase, int seen) {
        return (node * CyclePattern.PHASES + phase) * 2 + seen;
    }

    private void mark(int state, int from, int edge) {
        cameFrom[state] = from;
        cameBy[state] = edge;
        touched.add(state);
    }

    /** A way through the phases may pass a node twice; then it is several cycles rather than one. */
    private boolean isSimple(int[] edges) {
        return Arrays.stream(edges).map(graph::to).distinct().count() == edges.length;
    }

    private void clear() {
        for (int i = 0; i < touched.size(); i++) {
            cameFrom[touched.get(i)] = NONE;
        }
        touched.shrink(0);
    }

    private int[] way(int end, int begin, int first) {
        Ints way = new Ints();
        for (int state = end; state != begin; state = cameFrom[state]) {
            way.add(cameBy[state]);
        }
        way.add(first);
        return way.toArray();
    }

    /** @param edges from the last to the first */
    private Cycle cycle(int[] edges, int[] members) {
        List<Cycle.Step> way = new ArrayList<>();
        for (int edge : edges) {
            way.add(new Cycle.Step(
                    members[source[edge]], members[graph.to(edge)], graph.kind(edge), graph.label(edge)));
        }
        Collections.reverse(way);
        return new Cycle(way);
    }
}
