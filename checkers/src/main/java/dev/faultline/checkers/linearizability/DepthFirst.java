package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.Verdict;
import java.util.Arrays;

/**
 * Looks for one order of the calls, deepest first, and remembers every configuration that it met. It keeps the way to the
 * present one, which is the witness when it succeeds.
 */
final class DepthFirst {
    private final Steps steps;
    private final Usage usage;
    private final Configurations met;
    private final int end;
    private final long[] before;
    private long[] way;
    private int[] moves = new int[64];
    private int depth;
    private int furthest;

    DepthFirst(Problem<?> problem, Usage usage) {
        this.usage = usage;
        steps = new Steps(problem, usage);
        met = new Configurations(steps.stride(), usage);
        before = new long[steps.stride()];
        way = new long[64 * steps.stride()];
        end = problem.timetable().end();
    }

    /** {@link Verdict#UNKNOWN} when it meets more configurations than it may, or the time is up. */
    Verdict run(Limits limits) {
        long[] here = steps.initial();
        long[] there = here.clone();
        enter(here);
        met.add(here);
        while (!steps.isFinished(here)) {
            if (usage.mistaken() >= 0 || met.size() >= limits.configurations() || limits.isLate(furthest, end)) {
                return Verdict.UNKNOWN;
            }
            System.arraycopy(here, 0, there, 0, here.length);
            if (moves[depth] == steps.moves(here)) {
                if (depth == 0) {
                    return Verdict.INVALID;
                }
                depth--;
                System.arraycopy(way, depth * here.length, here, 0, here.length);
            } else if (isWaste(here)) {
                moves[depth]++;
            } else if (steps.move(there, moves[depth]++, call -> {}) && met.add(there)) {
                depth++;
                System.arraycopy(there, 0, here, 0, here.length);
                enter(here);
            }
        }
        return Verdict.VALID;
    }

    /**
     * Whether the next move leads where it would have led without the pending call just before it. Then that call was used
     * for nothing, and the configuration is better reached without it.
     */
    private boolean isWaste(long[] here) {
        if (depth == 0) {
            return false;
        }
        System.arraycopy(way, (depth - 1) * here.length, before, 0, here.length);
        return steps.subject(before, moves[depth - 1] - 1) < 0
                && steps.differsInState(before, here)
                && steps.leadsToTheSame(before, here, moves[depth]);
    }

    private void enter(long[] configuration) {
        int stride = configuration.length;
        if ((depth + 1) * stride > way.length) {
            way = Arrays.copyOf(way, 2 * way.length);
        }
        if (depth == moves.length) {
            moves = Arrays.copyOf(moves, 2 * moves.length);
        }
        System.arraycopy(configuration, 0, way, depth * stride, stride);
        moves[depth] = 0;
        furthest = Math.max(furthest, Configurations.moment(configuration));
    }

    /** The moves from the first configuration to the present one. */
    int[] way() {
        int[] taken = Arrays.copyOf(moves, depth);
        for (int i = 0; i < depth; i++) {
            taken[i]--;
        }
        return taken;
    }

    /** The latest moment that any order reached. */
    int furthest() {
        return furthest;
    }

    Configurations met() {
        return met;
    }
}
