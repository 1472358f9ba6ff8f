package dev.faultline.checkers.linearizability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The furthest completion that the search could not pass, with the longest order of calls that leads there. Everything
 * that completed earlier has a place in this order.
 */
final class Frontier<S> {
    private static final int STATES_KEPT = 5;

    private final int[] order;
    private final List<S> states = new ArrayList<>();
    private int length;
    private int unchanged;
    private int node;

    Frontier(int calls) {
        order = new int[calls];
    }

    /** The search has gone back to this many calls, so that only so many of the kept order still match its stack. */
    void wentBackTo(int depth) {
        unchanged = Math.min(unchanged, depth);
    }

    /** The search met a completion whose call it could not place. Amortized O(1): only what changed is copied. */
    void blockedAt(int completion, int[] stack, int depth, S state) {
        if (completion > node) {
            states.clear();
        } else if (completion < node) {
            return;
        }
        if (completion > node || depth > length) {
            System.arraycopy(stack, unchanged, order, unchanged, depth - unchanged);
            unchanged = depth;
            length = depth;
        }
        node = completion;
        if (states.size() < STATES_KEPT && !states.contains(state)) {
            states.add(state);
        }
    }

    int node() {
        return node;
    }

    int[] order() {
        return Arrays.copyOf(order, length);
    }

    List<S> states() {
        return states;
    }
}
