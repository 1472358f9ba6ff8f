package dev.faultline.harness.fault;

import java.util.random.RandomGenerator;

/** One fault, when it strikes. */
public interface FaultAction {

    /**
     * Strikes.
     *
     * @param random this fault's own source of chance, so that removing another fault does not change it
     * @return what was done and how to undo it, for the history
     */
    Strike strike(FaultInjector injector, RandomGenerator random);
}
