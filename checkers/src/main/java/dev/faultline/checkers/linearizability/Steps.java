package dev.faultline.checkers.linearizability;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The moves between configurations.
 *
 * <p>An open call that only reads takes effect as soon as the state answers what it did, since nobody else can tell. A call
 * takes effect when the next completion is waiting, not earlier: what is open then may go first, that whose completion is
 * nearest before the others, and those that never returned last.
 */
final class Steps {
    private final Problem<?> problem;
    private final Timetable timetable;
    private final Usage usage;
    private final int stride;

    Steps(Problem<?> problem, Usage usage) {
        this.problem = problem;
        this.usage = usage;
        timetable = problem.timetable();
        stride = Configurations.MASK + Math.max(1, (timetable.width() + 63) >>> 6);
    }

    int stride() {
        return stride;
    }

    long[] initial() {
        long[] configuration = unsettled();
        settle(configuration, call -> {});
        return configuration;
    }

    /** The initial configuration before anything took effect. */
    long[] unsettled() {
        long[] configuration = new long[stride];
        configuration[0] = Configurations.head(0, problem.transitions().initial());
        return configuration;
    }

    boolean isFinished(long[] configuration) {
        return Configurations.moment(configuration) == timetable.end();
    }

    /** How many moves there may be from a configuration. It may grow as moves are tried, never past one that was not. */
    int moves(long[] configuration) {
        return subjects(configuration) * problem.transitions().widest();
    }

    private int subjects(long[] configuration) {
        return timetable.openAt(Configurations.moment(configuration))
                + problem.classes().size();
    }

    /** The call that a move lets take effect, or -1 - c for one of the pending class c. */
    int subject(long[] configuration, int move) {
        int moment = Configurations.moment(configuration);
        int open = timetable.openAt(moment);
        int chosen = move % subjects(configuration);
        return chosen < open ? timetable.open(moment, chosen) : -1 - (chosen - open);
    }

    /**
     * Moves.
     *
     * @param configuration where from; becomes where to
     * @param effects is told which calls that only read took effect besides
     * @return whether the move is possible; when not, the configuration is as it was
     */
    boolean move(long[] configuration, int move, IntConsumer effects) {
        int subject = subject(configuration, move);
        int alternative = move / subjects(configuration);
        boolean possible = subject >= 0
                ? call(configuration, subject, alternative)
                : pending(configuration, -1 - subject, alternative);
        if (possible) {
            settle(configuration, effects);
        }
        return possible;
    }

    /** Whether the same calls took effect in two configurations, but for pending ones. */
    boolean differsInState(long[] one, long[] other) {
        return moment(one) == moment(other)
                && Arrays.equals(one, Configurations.MASK, stride, other, Configurations.MASK, stride);
    }

    /** Whether a move has the same result in two states. */
    boolean leadsToTheSame(long[] one, long[] other, int move) {
        int subject = subject(one, move);
        int signature = subject >= 0
                ? problem.signature(subject)
                : problem.classes().get(-1 - subject).signature();
        return problem.transitions().leadToTheSame(Configurations.state(one), Configurations.state(other), signature);
    }

    private boolean call(long[] configuration, int call, int alternative) {
        if (problem.isReadOnly(call) || has(configuration, call)) {
            return false;
        }
        int next =
                problem.transitions().next(Configurations.state(configuration), problem.signature(call), alternative);
        if (next == Transitions.REFUSED) {
            return false;
        }
        mark(configuration, call);
        configuration[0] = Configurations.head(Configurations.moment(configuration), next);
        return true;
    }

    private boolean pending(long[] configuration, int number, int alternative) {
        PendingClass pending = problem.classes().get(number);
        int moment = Configurations.moment(configuration);
        int used = (int) configuration[1];
        int state = Configurations.state(configuration);
        boolean available = usage.isCounted(number)
                ? usage.count(used, number) < pending.supply(moment)
                : pending.isAvailable(moment);
        if (!available) {
            return false;
        }
        int next = problem.transitions().next(state, pending.signature(), alternative);
        if (next == Transitions.REFUSED || next == state) {
            return false;
        }
        if (!usage.isCounted(number) && !isDone(next, pending.signature())) {
            usage.mustCount(number);
            return false;
        }
        configuration[0] = Configurations.head(moment, next);
        configuration[1] = usage.oneMore(used, number);
        return true;
    }

    /** Whether an operation changes nothing when it takes effect once more. */
    private boolean isDone(int state, int signature) {
        int again = problem.transitions().next(state, signature, 0);
        return (again == state || again == Transitions.REFUSED)
                && problem.transitions().next(state, signature, 1) == Transitions.REFUSED;
    }

    /** Lets reads take effect, and passes the completions that no longer wait. */
    void settle(long[] configuration, IntConsumer effects) {
        boolean passed = true;
        while (passed && !isFinished(configuration)) {
            read(configuration, effects);
            passed = false;
            while (!isFinished(configuration) && has(configuration, timetable.returning(moment(configuration)))) {
                unmark(configuration, timetable.returning(moment(configuration)));
                configuration[0] += 1L << 32;
                passed = true;
            }
        }
    }

    private void read(long[] configuration, IntConsumer effects) {
        int moment = moment(configuration);
        int state = Configurations.state(configuration);
        int open = timetable.openAt(moment);
        for (int i = 0; i < open; i++) {
            int call = timetable.open(moment, i);
            if (problem.isReadOnly(call)
                    && !has(configuration, call)
                    && problem.transitions().accepts(state, problem.signature(call))) {
                mark(configuration, call);
                effects.accept(call);
            }
        }
    }

    private static int moment(long[] configuration) {
        return Configurations.moment(configuration);
    }

    /** Whether an open call took effect. */
    boolean has(long[] configuration, int call) {
        int slot = timetable.slot(call);
        return (configuration[Configurations.MASK + (slot >>> 6)] & 1L << slot) != 0;
    }

    private void mark(long[] configuration, int call) {
        int slot = timetable.slot(call);
        configuration[Configurations.MASK + (slot >>> 6)] |= 1L << slot;
    }

    private void unmark(long[] configuration, int call) {
        int slot = timetable.slot(call);
        configuration[Configurations.MASK + (slot >>> 6)] &= ~(1L << slot);
    }
}
