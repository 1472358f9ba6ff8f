package dev.faultline.harness.fault;

import java.time.Duration;

/**
 * A fault of a schedule.
 *
 * @param index its number in the schedule; shrinking removes faults by it
 * @param at when it strikes, since the run began
 * @param until when it ends; the end of the fault phase at the latest
 * @param name the fault's name
 * @param action what it does
 */
public record PlannedFault(int index, Duration at, Duration until, String name, FaultAction action) {}
