package dev.faultline.checkers.transaction;

import java.util.Arrays;

/** Edges between nodes, each of a kind and with a label, while they are collected. */
final class Edges {
    /** From the writer of a version to the writer of a later one. The label is the later version. */
    static final int WW = 1;
    /** From the writer of a version to its reader. The label is the version. */
    static final int WR = 2;
    /** From the reader of a version to the writer of a later one. The label is the later version. */
    static final int RW = 4;
    /** From a transaction to a later one of its process. */
    static final int PROCESS = 8;
    /** From a transaction to one that began after it had ended, perhaps through nodes that are not transactions. */
    static final int TIME = 16;
    /** From a node that stands for many edges to one of their ends. The label is a version. */
    static final int THROUGH = 32;

    /** From a transaction to one that must commit later, since a third saw both. The label is the use that tells. */
    static final int COMMIT = 64;

    static final int ALL = 127;

    private final Ints from;
    private final Ints to;
    private final Ints labels;
    private byte[] kinds;
    private int nodes;

    Edges(int nodes) {
        this.nodes = nodes;
        from = new Ints(4 * nodes);
        to = new Ints(4 * nodes);
        labels = new Ints(4 * nodes);
        kinds = new byte[Math.max(16, 4 * nodes)];
    }

    int nodes() {
        return nodes;
    }

    int addNode() {
        return nodes++;
    }

    void add(int source, int target, int kind, int label) {
        if (from.size() == kinds.length) {
            kinds = Arrays.copyOf(kinds, kinds.length + (kinds.length >> 1));
        }
        kinds[from.size()] = (byte) kind;
        from.add(source);
        to.add(target);
        labels.add(label);
    }

    int size() {
        return from.size();
    }

    int from(int edge) {
        return from.get(edge);
    }

    int to(int edge) {
        return to.get(edge);
    }

    int kind(int edge) {
        return kinds[edge];
    }

    int label(int edge) {
        return labels.get(edge);
    }

    /** Forgets the edges that were added after there were so many. */
    void shrink(int size) {
        from.shrink(size);
        to.shrink(size);
        labels.shrink(size);
    }

    Digraph graph() {
        return new Digraph(this);
    }
}
