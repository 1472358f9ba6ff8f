package dev.faultline.reference.election.raft;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.Operation;
import dev.faultline.harness.node.LeaderState;
import dev.faultline.harness.runtime.Run;
import java.util.List;
import java.util.OptionalDouble;

/** Figures taken from the answers of a run. */
final class RaftFigures {
    private static final double NANOS_PER_MILLI = 1e6;

    private RaftFigures() {}

    /** Milliseconds from the crash of the leader to the first answer that names a leader of a later term. */
    static OptionalDouble electionTime(Run run) {
        for (Event fault : run.history().faults()) {
            long term = newestTermBefore(fault.time(), run);
            if (fault.f().equals("crash") && term > 0) {
                return run.history().operations().stream()
                        .filter(answer -> namesLeader(answer) && term(answer) > term)
                        .mapToDouble(answer -> (answer.completedAt() - fault.time()) / NANOS_PER_MILLI)
                        .min();
            }
        }
        return OptionalDouble.empty();
    }

    /** Terms that began and in which no answer ever named a leader. */
    static OptionalDouble termsBurnt(Run run) {
        long begun = run.states().values().stream()
                .mapToLong(state -> ((LeaderState) state).term())
                .max()
                .orElse(0);
        long led = run.history().operations().stream()
                .filter(RaftFigures::namesLeader)
                .mapToLong(RaftFigures::term)
                .distinct()
                .count();
        return OptionalDouble.of((double) (begun - led));
    }

    private static long newestTermBefore(long time, Run run) {
        return run.history().operations().stream()
                .filter(answer -> namesLeader(answer) && answer.completedAt() <= time)
                .mapToLong(RaftFigures::term)
                .max()
                .orElse(0);
    }

    private static boolean namesLeader(Operation answer) {
        return answer.isOk() && ((List<?>) answer.output()).get(1) != null;
    }

    private static long term(Operation answer) {
        return (Long) ((List<?>) answer.output()).get(0);
    }
}
