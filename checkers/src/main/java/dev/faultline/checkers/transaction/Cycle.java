package dev.faultline.checkers.transaction;

import java.util.List;

/** A cycle of edges, each from where the one before it led. */
record Cycle(List<Step> steps) {
    Cycle {
        steps = List.copyOf(steps);
    }

    /** @param kind one of those of {@link Edges} */
    record Step(int from, int to, int kind, int label) {}

    int length() {
        return steps.size();
    }
}
