package dev.faultline.harness.fault;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** A kind of fault and when it strikes. */
record Kind(String name, Set<Capability> requires, Consumer<FaultSchedule> planner) implements Fault {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMillis(2500);
    private static final Duration SHORTEST_PULSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PULSE = Duration.ofMillis(300);
    private static final List<Nodes> VICTIMS = List.of(Nodes.one(), Nodes.leader(), Nodes.one());

    /** A part of the fault phase. */
    interface Phase {
        void add(Duration at, Duration lasting);
    }

    @Override
    public void plan(FaultSchedule schedule) {
        planner.accept(schedule);
    }

    /** Phases that each have one of several shapes, left to chance. */
    static Kind phases(String name, Capability capability, List<FaultAction> shapes) {
        return new Kind(
                name,
                Set.of(capability),
                schedule -> repeat(
                        schedule,
                        (at, lasting) -> schedule.add(
                                name, at, lasting, shapes.get(schedule.random().nextInt(shapes.size())))));
    }

    /** Phases without a choice. */
    static Kind phases(String name, Capability capability, FaultAction action) {
        return new Kind(
                name,
                Set.of(capability),
                schedule -> repeat(schedule, (at, lasting) -> schedule.add(name, at, lasting, action)));
    }

    /** Phases in which a node, often the leader, is out, as long as a majority is not. */
    static Kind outages(String name, Capability capability, Function<Nodes, FaultAction> action) {
        return new Kind(
                name,
                Set.of(capability),
                schedule -> repeat(schedule, (at, lasting) -> {
                    if (schedule.mayTakeOut(1, at, lasting)) {
                        Nodes victim = VICTIMS.get(schedule.random().nextInt(VICTIMS.size()));
                        schedule.add(name, at, lasting, action.apply(victim));
                    }
                }));
    }

    /** Phases of 0.2 to 2.5 s with as long pauses between them, until the horizon. */
    static void repeat(FaultSchedule schedule, Phase phase) {
        Duration at = schedule.between(Duration.ZERO, LONG);
        while (at.compareTo(schedule.horizon()) < 0) {
            Duration lasting = schedule.between(SHORT, LONG);
            phase.add(at, lasting);
            at = at.plus(lasting).plus(schedule.between(SHORT, LONG));
        }
    }

    /**
     * Phases in which something comes and goes: it is there for 100 to 300 ms, and gone as long.
     *
     * @param action what it is, the same through a phase
     */
    static Kind pulses(String name, Capability capability, Function<FaultSchedule, FaultAction> action) {
        return new Kind(
                name,
                Set.of(capability),
                schedule -> repeat(schedule, (from, lasting) -> {
                    FaultAction same = action.apply(schedule);
                    Duration until = from.plus(lasting);
                    Duration at = from;
                    while (at.compareTo(until) < 0 && at.compareTo(schedule.horizon()) < 0) {
                        Duration on = schedule.between(SHORTEST_PULSE, LONGEST_PULSE);
                        schedule.add(name, at, on, same);
                        at = at.plus(on).plus(schedule.between(SHORTEST_PULSE, LONGEST_PULSE));
                    }
                }));
    }
}
