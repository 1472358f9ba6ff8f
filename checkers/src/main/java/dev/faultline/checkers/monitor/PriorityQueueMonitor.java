package dev.faultline.checkers.monitor;

import java.util.Arrays;

/** Priority queues of integers into which each value goes once. O(n log n). */
final class PriorityQueueMonitor extends ContainerMonitor {

    PriorityQueueMonitor(String model) {
        super(model, "insert", "extract-min", "extractions by priority");
    }

    @Override
    Judgement judge(Passages passages) {
        PriorityOrder priorities = new PriorityOrder(passages);
        Coverage coverage = new Coverage(passages);
        return new Judgement(
                priorities.contradiction().or(coverage::contradiction),
                () -> PriorityWitness.order(priorities, coverage));
    }

    /** A value had to be out before a larger one was, and before anybody found nothing. O(n log n). */
    @Override
    int[] hurriers(Passages passages) {
        int[] hurriers = new int[passages.size()];
        Arrays.fill(hurriers, Earliest.NONE);
        Earliest earliest = new Earliest(passages.tokens());
        int[] values = PriorityOrder.byPriority(passages);
        for (int i = values.length - 1; i >= 0; i--) {
            int value = values[i];
            if (passages.taker(value) == Tokens.NONE) {
                hurriers[value] = earliest.after(passages.putEnd(value));
            } else {
                int begun = Math.max(passages.putStart(value), passages.takeStart(value));
                earliest.add(passages.taker(value), begun);
            }
        }
        return hurriers;
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
