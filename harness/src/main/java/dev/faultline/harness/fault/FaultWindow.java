package dev.faultline.harness.fault;

import java.time.Duration;
import java.util.Set;

/** A fault that only happens in a part of the fault phase. */
record FaultWindow(Fault fault, Duration from, Duration until) implements Fault {
    FaultWindow {
        if (from.isNegative() || from.compareTo(until) >= 0) {
            throw new IllegalArgumentException("The window of the fault '" + fault.name() + "' runs from "
                    + from.toMillis() + " ms to " + until.toMillis() + " ms. Nothing can happen in an empty or negative"
                    + " window. Give during(…) a beginning of at least 0 and a later end.");
        }
    }

    @Override
    public String name() {
        return fault.name();
    }

    @Override
    public Set<Capability> requires() {
        return fault.requires();
    }

    @Override
    public void plan(FaultSchedule schedule) {
        if (from.compareTo(schedule.horizon()) < 0) {
            fault.plan(schedule.window(from, until));
        }
    }
}
