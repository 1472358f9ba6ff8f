package dev.faultline.harness.property;

import dev.faultline.checkers.Checker;
import dev.faultline.checkers.election.Elections;
import dev.faultline.checkers.linearizability.Linearizability;
import dev.faultline.checkers.lock.Locks;
import dev.faultline.checkers.model.Model;
import dev.faultline.checkers.progress.Progress;
import java.time.Duration;
import java.util.function.Function;

/** The properties of the catalogue, for {@code scenario.holds(…)} and {@code scenario.breaks(…)}. */
public final class Properties {
    private Properties() {}

    /** A property that a checker decides from the history, after the run. */
    public static Property of(Checker checker) {
        return timed(slack -> checker, Excuse.NONE);
    }

    /**
     * A property about time that a checker decides from the history, after the run.
     *
     * @param checkers the checker that allows so much more time; zero where time is simulated
     * @param excuse what a machine may do so that a violation does not count
     */
    public static Property timed(Function<Duration, Checker> checkers, Excuse excuse) {
        return new HistoryProperty(checkers, Duration.ZERO, excuse);
    }

    /** The clients cannot tell the system from one copy of the model that does one operation at a time. */
    public static Property linearizable(Model<?> model) {
        return of(Linearizability.of(model));
    }

    /** No two grants of a resource overlap in real time. */
    public static Property mutualExclusion() {
        return of(Locks.mutualExclusion());
    }

    /** The guarded resource never accepts a token lower than one that it has seen. */
    public static Property fencedExclusion() {
        return of(Locks.fencedExclusion());
    }

    /** Grants follow the order of requests that were made more than {@code tolerance} apart. */
    public static Property fifo(Duration tolerance) {
        return timed(slack -> Locks.fifo(tolerance.plus(slack)), Excuse.lostTime());
    }

    /** Every operation that was invoked at least {@code grace} before the end, on a node that is not down, has completed. */
    public static Property progress(Duration grace) {
        return timed(slack -> Progress.everyOperationCompletes(grace.plus(slack)), Excuse.lostTime());
    }

    /** At no time do two nodes lead in the same term; needs states that are {@link dev.faultline.harness.node.LeaderState}s. */
    public static Property oneLeaderPerTerm() {
        return new StateProperty("one-leader-per-term", cluster -> new OneLeaderPerTerm());
    }

    /** From {@code after} the last fault on, everybody who is asked names the same leader. */
    public static Property agreement(Duration after) {
        return timed(slack -> Elections.agreement(after.plus(slack)), Excuse.lateOnceCalm());
    }

    /** A node that comes back does not unseat a leader that stayed up. */
    public static Property stability() {
        return timed(slack -> Elections.stability(), Excuse.lateAmongFaults());
    }
}
