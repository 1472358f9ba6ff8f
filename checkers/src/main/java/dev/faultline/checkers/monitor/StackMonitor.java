package dev.faultline.checkers.monitor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Stacks onto which each value is pushed once. O(n log n). */
final class StackMonitor extends ContainerMonitor {

    StackMonitor(String model) {
        super(model, "push", "pop", "taking a stack apart");
    }

    @Override
    Judgement judge(Passages passages) {
        return new Stack(new StackOrder(passages), new Coverage(passages));
    }

    private record Stack(StackOrder stacking, Coverage coverage) implements Judgement {
        @Override
        public Optional<Pattern> contradiction() {
            List<Integer> stuck = stacking.stuck();
            return stuck.isEmpty()
                    ? coverage.contradiction()
                    : Optional.of(StackWords.noBottom(stacking.passages(), stuck));
        }

        @Override
        public int[] order() {
            return StackWitness.order(stacking, coverage);
        }
    }

    /** A value had to be out before another one that was below it, and before anybody found nothing. O(n log n). */
    @Override
    int[] deadlines(Passages passages) {
        Spans spans = passages.spans();
        Earliest earliest = new Earliest(spans.events());
        passages.tokens().empties().forEach(empty -> earliest.add(spans.start(empty), spans.end(empty)));
        int[] deadlines = new int[passages.size()];
        Arrays.fill(deadlines, Spans.NEVER);
        int[] arrivals = passages.arrivals();
        int[] begun = new int[spans.events()];
        Arrays.fill(begun, Tokens.NONE);
        for (int value : arrivals) {
            if (value != Tokens.NONE) {
                begun[passages.putStart(value)] = value;
            }
        }
        for (int position = 0; position < spans.events(); position++) {
            int above = begun[position];
            int below = arrivals[position];
            if (above != Tokens.NONE) {
                deadlines[above] = earliest.endAfter(passages.putEnd(above));
            }
            if (below != Tokens.NONE && passages.taker(below) != Tokens.NONE) {
                earliest.add(passages.takeStart(below), passages.takeEnd(below));
            }
        }
        return deadlines;
    }

    @Override
    boolean fits(Tokens tokens) {
        return true;
    }
}
