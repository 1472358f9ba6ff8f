package dev.faultline.harness.property;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.runtime.Run;

/** A property that a checker decides from the history, after the run. */
record HistoryProperty(Checker checker) implements Property {
    @Override
    public String name() {
        return checker.name();
    }

    @Override
    public Monitor monitor(Cluster cluster) {
        return new Monitor() {
            @Override
            public CheckResult conclude(Run run) {
                return checker.check(run.history(), Budget.standard());
            }
        };
    }
}
