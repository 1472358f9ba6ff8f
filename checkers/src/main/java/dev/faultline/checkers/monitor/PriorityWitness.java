package dev.faultline.checkers.monitor;

/**
 * An order of the operations of a priority queue, whose values come out as {@link PriorityOrder} says and go in as late as
 * possible. In one instant come first the extractions, the least value first; then those that found nothing; then what
 * goes in to stay. O(n).
 */
final class PriorityWitness {
    private static final int SLOTS = 3;

    private PriorityWitness() {}

    static int[] order(PriorityOrder order, Coverage coverage) {
        Passages passages = order.passages();
        Tokens tokens = passages.tokens();
        Spans spans = passages.spans();
        Timeline timeline = new Timeline(spans.size(), SLOTS * (spans.events() + 1));
        for (int value : order.values()) {
            int out = order.outAfter(value);
            boolean passes = passages.putEnd(value) > out;
            timeline.place(passes ? SLOTS * out : SLOTS * passages.putEnd(value) - 1, tokens.putBy(value));
            if (out < spans.events()) {
                timeline.place(SLOTS * out, passages.taker(value));
            }
        }
        for (int empty : tokens.empties()) {
            timeline.place(SLOTS * coverage.emptyAfter(spans.start(empty)) + 1, empty);
        }
        return timeline.order();
    }
}
