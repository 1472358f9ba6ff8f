package dev.faultline.checkers.transaction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The strongly connected components of a graph (Tarjan, SIAM J. Comput. 1972), without recursion. O(nodes + edges).
 *
 * <p>Components are numbered in reverse topological order.
 */
final class Components {
    private final Digraph graph;
    private final int mask;
    private final int[] component;
    private final int[] number;
    private final int[] low;
    private final int[] next;
    private final Ints path = new Ints();
    private final Ints open = new Ints();
    private int visited;
    private int count;

    /** @param mask the kinds of edges that count */
    Components(Digraph graph, int mask) {
        this.graph = graph;
        this.mask = mask;
        component = new int[graph.nodes()];
        number = new int[graph.nodes()];
        low = new int[graph.nodes()];
        next = new int[graph.nodes()];
        Arrays.fill(component, -1);
        for (int v = 0; v < graph.nodes(); v++) {
            if (number[v] == 0) {
                visit(v);
            }
        }
    }

    int component(int node) {
        return component[node];
    }

    int count() {
        return count;
    }

    /** For each of the first nodes, a number that is smaller than those of the nodes to which it leads, cycles aside. */
    int[] ranks(int nodes) {
        int[] ranks = new int[nodes];
        for (int v = 0; v < nodes; v++) {
            ranks[v] = count - component[v];
        }
        return ranks;
    }

    /** Whether there is no cycle, taken that no node has an edge to itself. */
    boolean acyclic() {
        return count == graph.nodes();
    }

    /** The nodes of each component of more than one, in the order of their smallest nodes. */
    List<int[]> cyclic() {
        int[] sizes = new int[count];
        for (int c : component) {
            sizes[c]++;
        }
        Ints[] members = new Ints[count];
        List<Ints> found = new ArrayList<>();
        for (int v = 0; v < component.length; v++) {
            int c = component[v];
            if (sizes[c] > 1) {
                if (members[c] == null) {
                    members[c] = new Ints(sizes[c]);
                    found.add(members[c]);
                }
                members[c].add(v);
            }
        }
        return found.stream().map(Ints::toArray).toList();
    }

    private void visit(int root) {
        enter(root);
        while (!path.isEmpty()) {
            int v = path.last();
            if (next[v] == graph.first(v + 1)) {
                leave(path.removeLast());
            } else {
                follow(v, next[v]++);
            }
        }
    }

    private void enter(int v) {
        number[v] = ++visited;
        low[v] = visited;
        next[v] = graph.first(v);
        path.add(v);
        open.add(v);
    }

    private void follow(int v, int edge) {
        if (!graph.is(edge, mask)) {
            return;
        }
        int w = graph.to(edge);
        if (number[w] == 0) {
            enter(w);
        } else if (component[w] < 0) {
            low[v] = Math.min(low[v], number[w]);
        }
    }

    private void leave(int v) {
        if (low[v] == number[v]) {
            close(v);
        }
        if (!path.isEmpty()) {
            int parent = path.last();
            low[parent] = Math.min(low[parent], low[v]);
        }
    }

    private void close(int root) {
        int v;
        do {
            v = open.removeLast();
            component[v] = count;
        } while (v != root);
        count++;
    }
}
