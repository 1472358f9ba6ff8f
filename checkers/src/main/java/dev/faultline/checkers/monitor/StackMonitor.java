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
        StackOrder stacking = new StackOrder(passages);
        Coverage coverage = new Coverage(passages);
        List<Integer> stuck = stacking.stuck();
        return new Judgement(
                stuck.isEmpty() ? coverage.contradiction() : Optional.of(StackWords.noBottom(passages, stuck)),
                () -> StackWitness.order(stacking, coverage));
    }

    /** A value had to be out before another one that was below it was, and before anybody found nothing. O(n log n). */
    @Override
    int[] hurriers(Passages passages) {
        int[] hurriers = new int[passages.size()];
        Arrays.fill(hurriers, Earliest.NONE);
        Earliest earliest = new Earliest(passages.tokens());
        int[] arrivals = passages.arrivals();
        int[] begun = begun(passages, arrivals);
        for (int position = 0; position < arrivals.length; position++) {
            int above = begun[position];
            int below = arrivals[position];
            if (above != Tokens.NONE) {
                hurriers[above] = earliest.after(passages.putEnd(above));
            }
            if (below != Tokens.NONE && passages.taker(below) != Tokens.NONE) {
                earliest.add(passages.taker(below), passages.takeStart(below));
            }
        }
        return hurriers;
    }

    private static int[] begun(Passages passages, int[] arrivals) {
        int[] begun = new int[arrivals.length];
        Arrays.fill(begun, Tokens.NONE);
        Arrays.stream(arrivals)
                .filter(value -> value != Tokens.NONE)
                .forEach(value -> begun[passages.putStart(value)] = value);
        return begun;
    }

    @Override
    boolean fits(Tokens tokens) {
        return true;
    }
}
