package dev.faultline.checkers.linearizability;

import java.util.Arrays;

/** The order of the calls that the moves of a search amount to. */
final class Witness {
    private final Problem<?> problem;
    private final int[] used;
    private final boolean[] overdrawn;
    private int[] order = new int[64];
    private int length;

    /** Replays the moves. O(n c). */
    Witness(Problem<?> problem, Steps steps, int[] moves) {
        this.problem = problem;
        used = new int[problem.classes().size()];
        overdrawn = new boolean[used.length];
        long[] configuration = steps.unsettled();
        steps.settle(configuration, this::add);
        for (int move : moves) {
            int subject = steps.subject(configuration, move);
            add(subject >= 0 ? subject : member(-1 - subject, Configurations.moment(configuration)));
            steps.move(configuration, move, this::add);
        }
    }

    private void add(int call) {
        if (length == order.length) {
            order = Arrays.copyOf(order, 2 * length);
        }
        order[length++] = call;
    }

    private int member(int number, int moment) {
        PendingClass pending = problem.classes().get(number);
        overdrawn[number] |= used[number] >= pending.supply(moment);
        return pending.call(used[number]++);
    }

    /** Whether it uses more calls of a class than there are. */
    boolean overdraws(int number) {
        return overdrawn[number];
    }

    /** The calls in the order in which they take effect. */
    int[] order() {
        return Arrays.copyOf(order, length);
    }
}
