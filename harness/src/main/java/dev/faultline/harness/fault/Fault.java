package dev.faultline.harness.fault;

import java.time.Duration;
import java.util.Set;

/** A kind of fault that a scenario runs under. */
public interface Fault {

    /** Its name in the catalogue's words, such as {@code partition}. */
    String name();

    /** What a runtime must be able to do for it. */
    Set<Capability> requires();

    /** Adds this run's faults of the kind to the schedule. */
    void plan(FaultSchedule schedule);

    /**
     * The same fault, but only from {@code from} to {@code until} of the fault phase; what is left of it when the phase is
     * shorter.
     */
    default Fault during(Duration from, Duration until) {
        return new FaultWindow(this, from, until);
    }
}
