package dev.faultline.checkers.monitor;

import java.util.Arrays;
import java.util.Optional;

/** Priority queues of integers into which each value goes once. O(n log n). */
final class PriorityQueueMonitor extends ContainerMonitor {

    PriorityQueueMonitor(String model) {
        super(model, "insert", "extract-min", "extractions by priority");
    }

    @Override
    Judgement judge(Passages passages) {
        return new Queue(new PriorityOrder(passages), new Coverage(passages));
    }

    private record Queue(PriorityOrder priorities, Coverage coverage) implements Judgement {
        @Override
        public Optional<Pattern> contradiction() {
            return priorities.contradiction().or(coverage::contradiction);
        }

        @Override
        public int[] order() {
            return PriorityWitness.order(priorities, coverage);
        }
    }

    /** A value had to be out before a larger one was, and before anybody found nothing. O(n log n). */
    @Override
    int[] deadlines(Passages passages) {
        Spans spans = passages.spans();
        Earliest earliest = new Earliest(spans.events());
        passages.tokens().empties().forEach(empty -> earliest.add(spans.start(empty), spans.end(empty)));
        int[] deadlines = new int[passages.size()];
        Arrays.fill(deadlines, Spans.NEVER);
        int[] values = PriorityOrder.byPriority(passages);
        for (int i = values.length - 1; i >= 0; i--) {
            int value = values[i];
            if (passages.taker(value) == Tokens.NONE) {
                deadlines[value] = earliest.endAfter(passages.putEnd(value));
            } else {
                int begun = Math.max(passages.putStart(value), passages.takeStart(value));
                earliest.add(begun, passages.takeEnd(value));
            }
        }
        return deadlines;
    }

    @Override
    boolean fits(Tokens tokens) {
        for (int value = 0; value < tokens.size(); value++) {
            if (!(tokens.value(value) instanceof Long)) {
                return false;
            }
        }
        return true;
    }
}
