package dev.faultline.checkers.transaction;

/** A directed graph in compressed rows: the edges of node v are {@code first(v)} to {@code first(v + 1)}, exclusively. */
final class Digraph {
    private final int nodes;
    private final int[] first;
    private final int[] to;
    private final int[] labels;
    private final byte[] kinds;

    /** O(nodes + edges). Edges of a node keep their order. */
    Digraph(Edges edges) {
        nodes = edges.nodes();
        first = new int[nodes + 1];
        for (int e = 0; e < edges.size(); e++) {
            first[edges.from(e) + 1]++;
        }
        for (int v = 0; v < nodes; v++) {
            first[v + 1] += first[v];
        }
        to = new int[edges.size()];
        labels = new int[edges.size()];
        kinds = new byte[edges.size()];
        int[] next = first.clone();
        for (int e = 0; e < edges.size(); e++) {
            int place = next[edges.from(e)]++;
            to[place] = edges.to(e);
            labels[place] = edges.label(e);
            kinds[place] = (byte) edges.kind(e);
        }
    }

    int nodes() {
        return nodes;
    }

    int first(int node) {
        return first[node];
    }

    int to(int edge) {
        return to[edge];
    }

    int kind(int edge) {
        return kinds[edge];
    }

    int label(int edge) {
        return labels[edge];
    }

    boolean is(int edge, int mask) {
        return (kinds[edge] & mask) != 0;
    }

    /** The part between these nodes, in which the node {@code members[i]} is i. */
    Digraph among(int[] members) {
        int[] place = new int[nodes];
        for (int i = 0; i < members.length; i++) {
            place[members[i]] = i + 1;
        }
        Edges kept = new Edges(members.length);
        for (int i = 0; i < members.length; i++) {
            for (int e = first[members[i]]; e < first[members[i] + 1]; e++) {
                if (place[to[e]] != 0) {
                    kept.add(i, place[to[e]] - 1, kinds[e], labels[e]);
                }
            }
        }
        return kept.graph();
    }
}
