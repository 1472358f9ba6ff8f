package dev.faultline.harness.fault;

import java.util.Set;

/** A kind of fault that a scenario runs under. */
public interface Fault {

    /** Its name in the catalogue's words, such as {@code partition}. */
    String name();

    /** What a runtime must be able to do for it. */
    Set<Capability> requires();

    /** Adds this run's faults of the kind to the schedule. */
    void plan(FaultSchedule schedule);
}
