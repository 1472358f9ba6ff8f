package dev.faultline.targets.stdio;

import dev.faultline.harness.fault.FaultInjector;
import dev.faultline.harness.fault.FaultSchedule;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.fault.Strike;
import dev.faultline.harness.scenario.Seeds;
import dev.faultline.targets.live.Loop;
import java.util.List;
import java.util.function.BiConsumer;

/** Lets the faults of a plan strike and end. Used by the loop's thread, but for the count. */
final class ProgramNemesis {
    private final Plan plan;
    private final Loop loop;
    private final FaultInjector injector;
    private final BiConsumer<String, List<?>> history;
    private volatile int struck;
    private long over;

    /** @param history takes the names of strikes and their ends, and what they hit */
    ProgramNemesis(Plan plan, Loop loop, FaultInjector injector, BiConsumer<String, List<?>> history) {
        this.plan = plan;
        this.loop = loop;
        this.injector = injector;
        this.history = history;
    }

    /** @param start when the clients begin, in nanoseconds since the run began */
    void begin(long start) {
        FaultSchedule schedule = FaultSchedule.empty(plan.size(), plan.time(), Seeds.random(plan.seed(), "faults"));
        plan.faults().forEach(fault -> fault.plan(schedule.with(Seeds.random(plan.seed(), "fault " + fault.name()))));
        for (PlannedFault fault : schedule.faults()) {
            loop.at(start + fault.at().toNanos(), () -> strike(fault, start));
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the loop's thread counts
    private void strike(PlannedFault fault, long start) {
        Strike strike = fault.action().strike(injector, Seeds.random(plan.seed(), "strike " + fault.index()));
        if (strike.isVoid()) {
            return;
        }
        struck++;
        history.accept(strike.f(), strike.value());
        loop.at(start + fault.until().toNanos(), () -> end(strike));
    }

    private void end(Strike strike) {
        strike.end().run();
        over = loop.now();
        history.accept(strike.endF(), strike.value());
    }

    /** How many faults have struck. From any thread. */
    int struck() {
        return struck;
    }

    /** When the last fault so far was undone, in nanoseconds since the run began. */
    long over() {
        return over;
    }
}
