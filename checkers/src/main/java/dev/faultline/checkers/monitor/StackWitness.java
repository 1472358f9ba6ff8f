package dev.faultline.checkers.monitor;

/**
 * An order of the pushes and pops of a stack. Those of values that stay are as {@link StackOrder} found them, as early as
 * possible, but none before the values of its part may be inside. Where push and pop overlap they come together. Whoever found
 * the stack empty did so in an instant at which no value need be inside; there the order is cut anyway. O(n).
 */
final class StackWitness {
    private static final int SLOTS = 3;

    private final Passages passages;
    private final Tokens tokens;
    private final Timeline timeline;

    private StackWitness(Passages passages) {
        this.passages = passages;
        tokens = passages.tokens();
        timeline = new Timeline(tokens.spans().size(), SLOTS * (tokens.spans().events() + 1));
    }

    static int[] order(StackOrder order, Coverage coverage) {
        StackWitness witness = new StackWitness(order.passages());
        witness.placeThoseThatStay(order);
        witness.placeThoseThatPass();
        for (int empty : witness.tokens.empties()) {
            int instant = coverage.emptyAfter(witness.tokens.spans().start(empty));
            witness.timeline.place(SLOTS * instant + 1, empty);
        }
        return witness.timeline.order();
    }

    private void placeThoseThatStay(StackOrder order) {
        int now = 0;
        boolean takenForGood = true;
        for (StackOrder.Step step : order.steps()) {
            if (step.first() >= 0) {
                int afterTheCut = SLOTS * (passages.putEnd(step.first()) - 1) + 2;
                now = Math.max(now, Math.max(afterTheCut, SLOTS * passages.putStart(step.value())));
                timeline.place(now, tokens.putBy(step.value()));
            } else {
                takenForGood &= passages.taker(step.value()) != Tokens.NONE;
                if (takenForGood) {
                    now = Math.max(now, SLOTS * passages.takeStart(step.value()));
                    timeline.place(now, passages.taker(step.value()));
                }
            }
        }
    }

    private void placeThoseThatPass() {
        for (int value = 0; value < passages.size(); value++) {
            if (passages.matters(value) && !passages.stays(value)) {
                int together = SLOTS * Math.max(passages.putStart(value), passages.takeStart(value));
                timeline.place(together, tokens.putBy(value));
                timeline.place(together, passages.taker(value));
            }
        }
    }
}
