package dev.faultline.harness.fault;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The faults of the catalogue, for {@code scenario.under(…)}. */
public final class Faults {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofMillis(2500);
    private static final Map<String, Supplier<Fault>> NAMED = new LinkedHashMap<>();

    static {
        NAMED.put("delay", Faults::delay);
        NAMED.put("loss", Faults::loss);
        NAMED.put("duplication", Faults::duplication);
        NAMED.put("partition", Faults::partitions);
        NAMED.put("one-way-partition", Faults::oneWayPartitions);
        NAMED.put("restart", Faults::restarts);
        NAMED.put("crash", Faults::crashOfMinority);
        NAMED.put("pause", Faults::pauses);
        NAMED.put("skew", Faults::clockSkew);
        NAMED.put("disk", Faults::tornWrites);
    }

    private record Kind(String name, Set<Capability> requires, Consumer<FaultSchedule> planner) implements Fault {
        @Override
        public void plan(FaultSchedule schedule) {
            planner.accept(schedule);
        }
    }

    private Faults() {}

    /** Every fault of {@link #named} at once, with a majority of the nodes alive at any time. */
    public static Fault[] all() {
        return NAMED.values().stream().map(Supplier::get).toArray(Fault[]::new);
    }

    /**
     * A fault by its name in the catalogue.
     *
     * @throws IllegalArgumentException for a name that is not one of {@code delay}, {@code loss}, {@code duplication},
     *     {@code partition}, {@code one-way-partition}, {@code restart}, {@code crash}, {@code pause}, {@code skew}, {@code disk}
     */
    public static Fault named(String name) {
        Supplier<Fault> fault = NAMED.get(name);
        if (fault == null) {
            throw new IllegalArgumentException("There is no fault named '" + name
                    + "'. A scenario can only run under faults that the kit can inject, so this one cannot run. Use one of "
                    + String.join(", ", NAMED.keySet()) + ".");
        }
        return fault.get();
    }

    /** Phases in which messages are late by up to 400 ms and overtake each other. */
    public static Fault delay() {
        return noise("delay", Capability.DELAY, new Disturbance(Duration.ofMillis(400), 0, 0));
    }

    /** Phases in which a fifth of the messages are lost. */
    public static Fault loss() {
        return noise("loss", Capability.LOSS, new Disturbance(Duration.ZERO, 0.2, 0));
    }

    /** Phases in which a fifth of the messages arrive twice, the copy late by up to 400 ms. */
    public static Fault duplication() {
        return noise("duplication", Capability.DUPLICATION, new Disturbance(Duration.ZERO, 0, 0.2));
    }

    /** Splits of every symmetric shape: two sides, an isolated node, an isolated leader, a bridge. */
    public static Fault partitions() {
        List<FaultAction> shapes = List.of(
                Partitions.halves(),
                Partitions.isolate(Nodes.one()),
                Partitions.isolate(Nodes.leader()),
                Partitions.bridge());
        return new Kind(
                "partition",
                Set.of(Capability.PARTITION),
                schedule -> repeat(
                        schedule,
                        (at, lasting) -> schedule.add(
                                "partition",
                                at,
                                lasting,
                                shapes.get(schedule.random().nextInt(shapes.size())))));
    }

    /** Phases in which a node, often the leader, no longer hears or is no longer heard. */
    public static Fault oneWayPartitions() {
        List<FaultAction> shapes = List.of(Partitions.oneWay(Nodes.one()), Partitions.oneWay(Nodes.leader()));
        return new Kind(
                "one-way-partition",
                Set.of(Capability.ONE_WAY_PARTITION),
                schedule -> repeat(
                        schedule,
                        (at, lasting) -> schedule.add(
                                "one-way-partition",
                                at,
                                lasting,
                                shapes.get(schedule.random().nextInt(shapes.size())))));
    }

    /** Nodes, often the leader, are killed and come back within 2.5 s; a majority stays up. */
    public static Fault restarts() {
        return outages("restart", Capability.RESTART, nodes -> Outages.restart(nodes, false));
    }

    /** As {@link #restarts()}, and some of the unsynced writes survive, the last one torn. */
    public static Fault tornWrites() {
        return outages("disk", Capability.TORN_WRITES, nodes -> Outages.restart(nodes, true));
    }

    /** Nodes, often the leader, freeze for up to 2.5 s; a majority goes on. */
    public static Fault pauses() {
        return outages("pause", Capability.PAUSE, Outages::pause);
    }

    /** One node after another is killed for good, as long as a majority stays up. */
    public static Fault crashOfMinority() {
        return new Kind("crash", Set.of(Capability.CRASH), schedule -> {
            Duration at = schedule.moment();
            if (schedule.mayTakeOut(1, at, schedule.horizon().multipliedBy(100))) {
                schedule.addForGood("crash", at, Outages.crash(Nodes.one()));
            }
        });
    }

    /** These nodes are killed for good at one moment, majority or not. */
    public static Fault crashOf(Nodes nodes) {
        return new Kind(
                "crash",
                Set.of(Capability.CRASH),
                schedule -> schedule.addForGood("crash", schedule.moment(), Outages.crash(nodes)));
    }

    /** Any one node is killed for good, majority or not. */
    public static Fault crashOfOne() {
        return crashOf(Nodes.one());
    }

    /** These nodes are killed and come back, again and again, majority or not. */
    public static Fault restartsOf(Nodes nodes) {
        return new Kind(
                "restart",
                Set.of(Capability.RESTART),
                schedule -> repeat(
                        schedule,
                        (at, lasting) -> schedule.add("restart", at, lasting, Outages.restart(nodes, false))));
    }

    /** These nodes are cut off from the rest, again and again. */
    public static Fault isolationOf(Nodes nodes) {
        return new Kind(
                "partition",
                Set.of(Capability.PARTITION),
                schedule -> repeat(
                        schedule, (at, lasting) -> schedule.add("partition", at, lasting, Partitions.isolate(nodes))));
    }

    /** Wall clocks are wrong by up to two seconds, and clocks run up to a tenth too fast or too slow. */
    public static Fault clockSkew() {
        return new Kind(
                "skew",
                Set.of(Capability.CLOCK_SKEW),
                schedule -> repeat(schedule, (at, lasting) -> {
                    Duration offset = schedule.between(Duration.ofSeconds(-2), Duration.ofSeconds(2));
                    double rate = 0.9 + schedule.random().nextDouble() * 0.2;
                    schedule.add("skew", at, lasting, Outages.skew(Nodes.one(), offset, rate));
                }));
    }

    private static Fault noise(String name, Capability capability, Disturbance disturbance) {
        FaultAction action = (injector, random) -> {
            injector.disturb(disturbance);
            return new Strike(name, List.of("all"), name + "-over", () -> injector.calm(disturbance));
        };
        return new Kind(
                name,
                Set.of(capability),
                schedule -> repeat(schedule, (at, lasting) -> schedule.add(name, at, lasting, action)));
    }

    private static Fault outages(String name, Capability capability, Function<Nodes, FaultAction> action) {
        List<Nodes> victims = List.of(Nodes.one(), Nodes.leader(), Nodes.one());
        return new Kind(
                name,
                Set.of(capability),
                schedule -> repeat(schedule, (at, lasting) -> {
                    if (schedule.mayTakeOut(1, at, lasting)) {
                        Nodes victim = victims.get(schedule.random().nextInt(victims.size()));
                        schedule.add(name, at, lasting, action.apply(victim));
                    }
                }));
    }

    private interface Phase {
        void add(Duration at, Duration lasting);
    }

    /** Phases of 0.2 to 2.5 s with as long pauses between them, until the horizon. */
    private static void repeat(FaultSchedule schedule, Phase phase) {
        Duration at = schedule.between(Duration.ZERO, LONG);
        while (at.compareTo(schedule.horizon()) < 0) {
            Duration lasting = schedule.between(SHORT, LONG);
            phase.add(at, lasting);
            at = at.plus(lasting).plus(schedule.between(SHORT, LONG));
        }
    }
}
