package dev.faultline.harness.fault;

import dev.faultline.harness.fault.Disturbance.Bandwidth;
import dev.faultline.harness.fault.Disturbance.ConnectionReset;
import dev.faultline.harness.fault.Disturbance.Delay;
import dev.faultline.harness.fault.Disturbance.Duplication;
import dev.faultline.harness.fault.Disturbance.Latency;
import dev.faultline.harness.fault.Disturbance.Loss;
import dev.faultline.harness.fault.Disturbance.SlowClose;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The faults of the catalogue, for {@code scenario.under(…)}. */
public final class Faults {
    private static final int NARROW = 4;
    private static final double STARVED = 0.02;
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
        NAMED.put("latency", Faults::latency);
        NAMED.put("bandwidth", Faults::bandwidth);
        NAMED.put("reset", Faults::connectionResets);
        NAMED.put("slow-close", Faults::slowCloses);
        NAMED.put("half-open", Faults::halfOpenConnections);
        NAMED.put("flapping", Faults::flapping);
        NAMED.put("disconnect", Faults::networkDisconnects);
        NAMED.put("cpu-limit", Faults::cpuLimits);
        NAMED.put("memory-limit", Faults::memoryLimits);
    }

    private Faults() {}

    /**
     * The faults of any asynchronous network and of its nodes at once, with a majority of these alive at any time: {@code delay},
     * {@code loss}, {@code duplication}, {@code partition}, {@code one-way-partition}, {@code restart}, {@code crash}, {@code pause},
     * {@code skew}, {@code disk}. It stays at these ten, so that what was claimed under all faults keeps its runs; those that need
     * connections or machines are named one by one.
     */
    public static Fault[] all() {
        return new Fault[] {
            delay(),
            loss(),
            duplication(),
            partitions(),
            oneWayPartitions(),
            restarts(),
            crashOfMinority(),
            pauses(),
            clockSkew(),
            tornWrites()
        };
    }

    /**
     * A fault by its name in the catalogue.
     *
     * @throws IllegalArgumentException for a name that is not one of {@code delay}, {@code loss}, {@code duplication},
     *     {@code partition}, {@code one-way-partition}, {@code restart}, {@code crash}, {@code pause}, {@code skew}, {@code disk},
     *     {@code latency}, {@code bandwidth}, {@code reset}, {@code slow-close}, {@code half-open}, {@code flapping},
     *     {@code disconnect}, {@code cpu-limit}, {@code memory-limit}
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
        return disturbed("delay", new Delay(Duration.ofMillis(400)));
    }

    /** Phases in which a fifth of the messages are lost. */
    public static Fault loss() {
        return disturbed("loss", new Loss(0.2));
    }

    /** Phases in which a fifth of the messages arrive twice, the copy late by up to 400 ms. */
    public static Fault duplication() {
        return disturbed("duplication", new Duplication(0.2));
    }

    /** Phases in which everything on a link is late by 100 to 300 ms, and keeps its order. */
    public static Fault latency() {
        return disturbed("latency", new Latency(Duration.ofMillis(100), Duration.ofMillis(300)));
    }

    /** Phases in which a link carries 4 kB a second at most, and what is sent faster waits. */
    public static Fault bandwidth() {
        return disturbed("bandwidth", new Bandwidth(NARROW));
    }

    /**
     * Phases of 0.2 to 2.5 s in which connections break again and again, for 100 to 300 ms each time with as long pauses between: what
     * is sent then ends its connection and is lost, and who connects again is reset. Each of these times is a fault of its own, for
     * nothing gets through meanwhile.
     */
    public static Fault connectionResets() {
        FaultAction reset = Connections.disturb("reset", new ConnectionReset());
        return Kind.pulses("reset", Capability.CONNECTION_RESET, schedule -> reset);
    }

    /**
     * Phases in which a sender learns only a second later that the receiver is gone. Something has to go for it to show: together with
     * restarts, a node keeps sending to a dead one, and does not find its successor before the second is over.
     */
    public static Fault slowCloses() {
        return disturbed("slow-close", new SlowClose(Duration.ofSeconds(1)));
    }

    /**
     * Phases in which the connections of a node, often the leader, are half-open: what was sent on them is lost and nobody notices,
     * while new ones work. See {@link Disturbance.HalfOpen}.
     */
    public static Fault halfOpenConnections() {
        return Kind.phases(
                "half-open",
                Capability.HALF_OPEN,
                List.of(Connections.halfOpen(Nodes.one()), Connections.halfOpen(Nodes.leader())));
    }

    private static Fault disturbed(String name, Disturbance disturbance) {
        return Kind.phases(name, disturbance.needs(), Connections.disturb(name, disturbance));
    }

    /** Splits of every symmetric shape: two sides, an isolated node, an isolated leader, a bridge. */
    public static Fault partitions() {
        return Kind.phases(
                "partition",
                Capability.PARTITION,
                List.of(
                        Partitions.halves(),
                        Partitions.isolate(Nodes.one()),
                        Partitions.isolate(Nodes.leader()),
                        Partitions.bridge()));
    }

    /** Phases in which a node, often the leader, no longer hears or is no longer heard. */
    public static Fault oneWayPartitions() {
        return Kind.phases(
                "one-way-partition",
                Capability.ONE_WAY_PARTITION,
                List.of(Partitions.oneWay(Nodes.one()), Partitions.oneWay(Nodes.leader())));
    }

    /**
     * Phases of 0.2 to 2.5 s in which a partition, of two sides or of one node and the rest, comes and goes: it is there for 100 to
     * 300 ms, and gone as long. The sides stay the same through a phase.
     */
    public static Fault flapping() {
        return Kind.pulses("flapping", Capability.PARTITION, schedule -> Partitions.steady(schedule.random()));
    }

    /** Nodes, often the leader, are off the network for up to 2.5 s; a majority stays on it. */
    public static Fault networkDisconnects() {
        return Kind.outages("disconnect", Capability.NETWORK_DISCONNECT, Outages::disconnect);
    }

    /** Nodes, often the leader, get a fiftieth of a processor for up to 2.5 s; a majority has what it needs. */
    public static Fault cpuLimits() {
        return Kind.outages("cpu-limit", Capability.CPU_LIMIT, nodes -> Outages.limitCpu(nodes, STARVED));
    }

    /**
     * Nodes, often the leader, are ended by the operating system for want of memory, and come back within 2.5 s with as much as they
     * had; a majority stays up. The history calls it a {@code restart}, which it is.
     */
    public static Fault memoryLimits() {
        return Kind.outages("memory-limit", Capability.MEMORY_LIMIT, Outages::limitMemory);
    }

    /** Nodes, often the leader, are killed and come back within 2.5 s; a majority stays up. */
    public static Fault restarts() {
        return Kind.outages("restart", Capability.RESTART, nodes -> Outages.restart(nodes, false));
    }

    /** As {@link #restarts()}, and some of the unsynced writes survive, the last one torn. */
    public static Fault tornWrites() {
        return Kind.outages("disk", Capability.TORN_WRITES, nodes -> Outages.restart(nodes, true));
    }

    /** Nodes, often the leader, freeze for up to 2.5 s; a majority goes on. */
    public static Fault pauses() {
        return Kind.outages("pause", Capability.PAUSE, Outages::pause);
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
        return Kind.phases("restart", Capability.RESTART, Outages.restart(nodes, false));
    }

    /** These nodes are cut off from the rest, again and again. */
    public static Fault isolationOf(Nodes nodes) {
        return Kind.phases("partition", Capability.PARTITION, Partitions.isolate(nodes));
    }

    /** Wall clocks are wrong by up to two seconds, and clocks run up to a tenth too fast or too slow. */
    public static Fault clockSkew() {
        return new Kind(
                "skew",
                Set.of(Capability.CLOCK_SKEW),
                schedule -> Kind.repeat(schedule, (at, lasting) -> {
                    Duration offset = schedule.between(Duration.ofSeconds(-2), Duration.ofSeconds(2));
                    double rate = 0.9 + schedule.random().nextDouble() * 0.2;
                    schedule.add("skew", at, lasting, Outages.skew(Nodes.one(), offset, rate));
                }));
    }
}
