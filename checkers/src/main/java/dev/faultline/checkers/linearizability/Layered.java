package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.Verdict;
import java.util.Map;
import java.util.TreeMap;

/**
 * Follows all orders of the calls together, moment by moment, and forgets what is behind. Its memory is that of the
 * configurations of a few moments, however long the history is; it keeps no witness.
 */
final class Layered {
    private final Steps steps;
    private final Usage usage;
    private final int end;
    private final TreeMap<Integer, Configurations> ahead = new TreeMap<>();
    private Configurations last;
    private int moment;
    private long kept;

    Layered(Problem<?> problem, Usage usage) {
        steps = new Steps(problem, usage);
        this.usage = usage;
        end = problem.timetable().end();
    }

    /** {@link Verdict#UNKNOWN} when it must keep more configurations than it may, or the time is up. */
    Verdict run(Limits limits) {
        add(steps.initial());
        while (!ahead.isEmpty()) {
            Map.Entry<Integer, Configurations> nearest = ahead.firstEntry();
            moment = nearest.getKey();
            last = nearest.getValue();
            if (moment == end) {
                return Verdict.VALID;
            }
            if (!expand(limits)) {
                return Verdict.UNKNOWN;
            }
            ahead.remove(moment);
            kept -= last.size();
        }
        return Verdict.INVALID;
    }

    /** Makes every move from the configurations of this moment, those included that the moves add to it. */
    private boolean expand(Limits limits) {
        long[] from = new long[steps.stride()];
        long[] to = new long[steps.stride()];
        for (int i = 0; i < last.size(); i++) {
            if (usage.mistaken() >= 0 || kept >= limits.configurations() || limits.isLate(moment, end)) {
                return false;
            }
            last.copy(i, from);
            for (int move = 0; move < steps.moves(from); move++) {
                System.arraycopy(from, 0, to, 0, from.length);
                if (steps.move(to, move, call -> {})) {
                    add(to);
                }
            }
        }
        return true;
    }

    private void add(long[] configuration) {
        Configurations layer = ahead.computeIfAbsent(
                Configurations.moment(configuration), key -> new Configurations(steps.stride(), usage));
        if (layer.add(configuration)) {
            kept++;
        }
    }

    /** The moment that is being looked at, or that no order got past. */
    int moment() {
        return moment;
    }

    /** The configurations of that moment. */
    Configurations last() {
        return last;
    }
}
