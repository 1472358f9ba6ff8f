package dev.faultline.targets.live;

import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.fault.Strike;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.scenario.Seeds;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Lets the faults of a plan strike and end, in a thread of its own. */
final class Nemesis implements AutoCloseable {
    private final RunPlan plan;
    private final Loop loop;
    private final LiveInjector injector;
    private final BiConsumer<String, Object> history;
    private final Loop thread = new Loop("faultline-nemesis");
    private final AtomicInteger ahead;
    private volatile long faultsOver;

    Nemesis(RunPlan plan, Loop loop, LiveInjector injector, BiConsumer<String, Object> history) {
        this.plan = plan;
        this.loop = loop;
        this.injector = injector;
        this.history = history;
        this.ahead = new AtomicInteger(plan.faults().size());
    }

    void begin() {
        thread.begin(System.nanoTime() - loop.now());
        plan.faults().forEach(fault -> thread.at(fault.at().toNanos(), () -> strike(fault)));
    }

    private void strike(PlannedFault fault) {
        Strike strike = fault.action().strike(injector, Seeds.random(plan.seed(), "strike " + fault.index()));
        if (strike.isVoid()) {
            ahead.decrementAndGet();
            return;
        }
        Together.in(loop, () -> {
            history.accept(strike.f(), strike.value());
            injector.recorded();
        });
        injector.carryOut();
        if (strike.endF() == null) {
            ahead.decrementAndGet();
        } else {
            thread.at(fault.until().toNanos(), () -> end(strike));
        }
    }

    private void end(Strike strike) {
        strike.end().run();
        var unused = injector.boots().whenComplete((done, failed) -> thread.soon(() -> ended(strike, failed)));
    }

    private void ended(Strike strike, Throwable failed) {
        if (failed != null) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
        Together.in(loop, () -> history.accept(strike.endF(), strike.value()));
        faultsOver = loop.now();
        ahead.decrementAndGet();
    }

    /** Whether every fault has struck, and every one that ends has ended. */
    boolean isOver() {
        return ahead.get() == 0;
    }

    /** Whether a fault could not be injected. */
    boolean hasFailed() {
        return thread.failure() != null;
    }

    /** How much later than planned the faults were over, or will be at the earliest, in nanoseconds. */
    long lateness() {
        return Math.max(0, (isOver() ? faultsOver : loop.now()) - plan.horizon().toNanos());
    }

    /** When the last fault so far was undone, in nanoseconds since the run began. */
    long faultsOver() {
        return faultsOver;
    }

    /**
     * Stops, and drops what has not struck yet.
     *
     * @throws RuntimeException when a fault could not be injected, so that nobody takes the run for what it was to be
     */
    @Override
    public void close() {
        thread.close();
        if (thread.failure() != null) {
            throw thread.failure();
        }
    }
}
