package dev.faultline.targets.foreign;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Capability;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What runtimes with real nodes and links can do, and why not more. */
public final class RealNodes {
    /** What can be done to a program that is left as it is. */
    private static final Set<Capability> FOREIGN = Collections.unmodifiableSet(EnumSet.of(
            Capability.DELAY,
            Capability.LATENCY,
            Capability.BANDWIDTH,
            Capability.CONNECTION_RESET,
            Capability.SLOW_CLOSE,
            Capability.HALF_OPEN,
            Capability.PARTITION,
            Capability.ONE_WAY_PARTITION,
            Capability.CRASH,
            Capability.RESTART,
            Capability.PAUSE));

    private RealNodes() {}

    /**
     * What can be done to the nodes of a foreign system.
     *
     * @param start what starts them in the runtime; {@code null} when it cannot run them
     */
    public static Set<Capability> foreign(Object start) {
        Set<Capability> all = EnumSet.copyOf(FOREIGN);
        if (start != null) {
            all.add(Capability.FOREIGN_PROGRAM);
        }
        return all;
    }

    /**
     * What can be done to nodes that the node runner runs: everything but what only a simulation can show and what takes
     * machines.
     *
     * @param frames whether messages on a link can be treated one by one
     */
    public static Set<Capability> capabilities(boolean frames) {
        Set<Capability> all = EnumSet.complementOf(EnumSet.of(Capability.GLOBAL_STATE, Capability.FOREIGN_PROGRAM));
        all.removeAll(Capability.OF_MACHINES);
        if (!frames) {
            all.removeAll(Set.of(Capability.LOSS, Capability.DUPLICATION));
        }
        return all;
    }

    /** Why a runtime cannot do this to a cluster, to follow "needs this, which …". */
    public static String lacks(Cluster cluster, Capability capability) {
        if (Capability.OF_MACHINES.contains(capability)) {
            return "only containers have that run nodes written for the kit";
        }
        return switch (capability) {
            case FOREIGN_PROGRAM -> "this runtime cannot start: the system has no command or image for it";
            case GLOBAL_STATE -> "only a simulation can show";
            case NODE_STATES -> "only nodes written for the kit can show";
            case CLOCK_SKEW, TORN_WRITES -> "only nodes written for the kit can have";
            default -> "TCP links do not have";
        };
    }
}
