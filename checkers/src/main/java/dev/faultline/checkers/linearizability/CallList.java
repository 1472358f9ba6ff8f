package dev.faultline.checkers.linearizability;

import java.util.List;

/**
 * Invocations and completions that are not linearized yet, in the order of the history: the doubly linked list of Wing
 * and Gong's search, in arrays.
 *
 * <p>Nodes are numbered by position in the list, from 1; node 0 is its head. Lifting and unlifting are O(1), and must be
 * undone in the reverse order.
 */
final class CallList {
    private final int[] next;
    private final int[] previous;
    private final int[] occupant;
    private final int[] startNode;
    private final int[] endNode;

    CallList(List<Call> calls) {
        startNode = new int[calls.size()];
        endNode = new int[calls.size()];
        int[] slots = slots(calls);
        occupant = new int[2 * calls.size() + 1];
        int nodes = number(slots);
        next = new int[nodes + 1];
        previous = new int[nodes + 1];
        for (int node = 0; node <= nodes; node++) {
            next[node] = (node + 1) % (nodes + 1);
            previous[node] = (node + nodes) % (nodes + 1);
        }
    }

    /** Per position of the history: call + 1 when it is invoked there, -(call + 1) when it completes there, or 0. */
    private static int[] slots(List<Call> calls) {
        int last = 0;
        for (Call call : calls) {
            last = Math.max(last, call.isOptional() ? call.start() : call.end());
        }
        int[] slots = new int[last + 1];
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            slots[call.start()] = i + 1;
            if (!call.isOptional()) {
                slots[call.end()] = -(i + 1);
            }
        }
        return slots;
    }

    private int number(int[] slots) {
        int nodes = 0;
        for (int slot : slots) {
            if (slot != 0) {
                occupant[++nodes] = slot;
                (slot > 0 ? startNode : endNode)[Math.abs(slot) - 1] = nodes;
            }
        }
        return nodes;
    }

    int first() {
        return next[0];
    }

    int after(int node) {
        return next[node];
    }

    int startOf(int call) {
        return startNode[call];
    }

    boolean isCompletion(int node) {
        return occupant[node] < 0;
    }

    int callAt(int node) {
        return Math.abs(occupant[node]) - 1;
    }

    void lift(int call) {
        unlink(startNode[call]);
        if (endNode[call] != 0) {
            unlink(endNode[call]);
        }
    }

    void unlift(int call) {
        if (endNode[call] != 0) {
            relink(endNode[call]);
        }
        relink(startNode[call]);
    }

    private void unlink(int node) {
        next[previous[node]] = next[node];
        previous[next[node]] = previous[node];
    }

    private void relink(int node) {
        next[previous[node]] = node;
        previous[next[node]] = node;
    }
}
