package dev.faultline.harness.runtime;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Capability;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.scenario.Expectation;
import dev.faultline.harness.scenario.Script;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Where nodes run. Implementations are found by {@link java.util.ServiceLoader} and are safe for use by many threads. */
public interface NodeRuntime {

    /** Its name, as {@code faultline.runtime} selects it. */
    String name();

    /** What it can do to this cluster. A scenario that needs more is skipped, never passed. */
    Set<Capability> capabilities(Cluster cluster);

    /**
     * Whether the same plan gives the same run. Where it does not, every run is recorded as it happens, for it cannot be had
     * again, and no schedule is shrunk.
     */
    default boolean repeatsRuns() {
        return true;
    }

    /** How many seeds a claim is tried with unless somebody says otherwise. */
    default int seeds(Expectation expectation) {
        return 100;
    }

    /** How much longer than claimed anything may take, because the machine that the nodes run on is no simulation. */
    default Duration slack() {
        return Duration.ZERO;
    }

    /** Why it cannot do this to this cluster, to follow "needs this, which …". */
    default String lacks(Cluster cluster, Capability capability) {
        return "the runtime '" + name() + "' does not have";
    }

    /** Why it cannot run anything on this machine and what to do about it, in one sentence; empty when it can. */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /** Runs a plan to its end, or until a monitor objects. */
    Run run(RunPlan plan, List<Monitor> monitors, Trace trace);

    /**
     * Runs a script, where the runtime holds messages and time in its hand.
     *
     * @return empty when this runtime has no such control
     */
    Optional<ScriptedRun> script(Cluster cluster, Consumer<Script> script, List<Monitor> monitors, Trace trace);

    /**
     * What came out of a script.
     *
     * @param run the run, up to the end of the script or to where it could not go on
     * @param moves how many moves were made
     * @param left why the script could not go on, if it could not: the node did not do what the next move needs
     */
    record ScriptedRun(Run run, int moves, Optional<String> left) {}
}
