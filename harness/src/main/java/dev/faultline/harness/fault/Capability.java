package dev.faultline.harness.fault;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a runtime may be able to do to a system. */
public enum Capability {
    DELAY,
    LOSS,
    DUPLICATION,
    LATENCY,
    BANDWIDTH,
    CONNECTION_RESET,
    SLOW_CLOSE,
    HALF_OPEN,
    PARTITION,
    ONE_WAY_PARTITION,
    NETWORK_DISCONNECT,
    CRASH,
    RESTART,
    PAUSE,
    CPU_LIMIT,
    MEMORY_LIMIT,
    CLOCK_SKEW,
    TORN_WRITES,
    /** Shows every node's state after each of its events: {@link dev.faultline.harness.property.Sight#EACH_NODE}. */
    NODE_STATES,
    /** Shows all states in the order in which they came about: {@link dev.faultline.harness.property.Sight#EVERY_MOMENT}. */
    GLOBAL_STATE,
    /** Runs programs that are no {@link dev.faultline.harness.node.Node}s, as they are. */
    FOREIGN_PROGRAM;

    /** What needs {@link Machines}. */
    public static final Set<Capability> OF_MACHINES =
            Collections.unmodifiableSet(EnumSet.of(NETWORK_DISCONNECT, CPU_LIMIT, MEMORY_LIMIT));

    /** In words, as in "needs clock skew". */
    public String describe() {
        return switch (this) {
            case LOSS -> "message loss";
            case DUPLICATION -> "message duplication";
            case BANDWIDTH -> "bandwidth limits";
            case CONNECTION_RESET -> "connection resets";
            case SLOW_CLOSE -> "slow closes";
            case HALF_OPEN -> "half-open connections";
            case NETWORK_DISCONNECT -> "network disconnects";
            case CPU_LIMIT -> "CPU limits";
            case MEMORY_LIMIT -> "memory limits";
            case FOREIGN_PROGRAM -> "foreign programs";
            case NODE_STATES -> "each node's states";
            case GLOBAL_STATE -> "the states of all nodes at one moment";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
