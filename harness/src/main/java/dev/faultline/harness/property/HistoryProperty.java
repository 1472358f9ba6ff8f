package dev.faultline.harness.property;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.runtime.Run;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A property that a checker decides from the history, after the run.
 *
 * @param checkers the checker for so much slack
 * @param slack how much is given
 * @param excuses what excuses a violation
 */
record HistoryProperty(Function<Duration, Checker> checkers, Duration slack, Excuse excuses) implements Property {
    /** Small enough for many runs at once in a heap of 256 MB; what one run records is decided long before. */
    private static final Budget BUDGET = new Budget(Duration.ofSeconds(20), 400_000);

    /** For trying out many variants of a run: what is hard to decide is left undecided. */
    private static final Budget QUICK = new Budget(Duration.ofSeconds(1), 20_000);

    @Override
    public Property allowing(Duration more) {
        return new HistoryProperty(checkers, more, excuses);
    }

    @Override
    public Optional<String> excuse(Run run) {
        return excuses.of(run, slack);
    }

    private Checker checker() {
        return checkers.apply(slack);
    }

    @Override
    public String name() {
        return checker().name();
    }

    @Override
    public Monitor monitor(Cluster cluster) {
        Checker checker = checker();
        return new Monitor() {
            @Override
            public CheckResult conclude(Run run) {
                return checker.check(run.history(), BUDGET);
            }

            @Override
            public Verdict decide(Run run) {
                return checker.decide(run.history(), QUICK);
            }
        };
    }
}
