package dev.faultline.targets.simulation;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Capability;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Script;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs a whole cluster in the calling thread, in virtual time. The same plan gives the same run, event for event, in any JVM.
 */
public final class SimulationRuntime implements NodeRuntime {
    private static final Set<Capability> OF_CONNECTIONS =
            EnumSet.of(Capability.BANDWIDTH, Capability.CONNECTION_RESET, Capability.SLOW_CLOSE, Capability.HALF_OPEN);

    @Override
    public String name() {
        return "simulation";
    }

    @Override
    public Set<Capability> capabilities(Cluster cluster) {
        Set<Capability> all = EnumSet.complementOf(EnumSet.of(Capability.FOREIGN_PROGRAM));
        all.removeAll(OF_CONNECTIONS);
        all.removeAll(Capability.OF_MACHINES);
        return all;
    }

    @Override
    public String lacks(Cluster cluster, Capability capability) {
        if (capability == Capability.FOREIGN_PROGRAM) {
            return "a simulation cannot run: choose the runtime 'processes' or 'containers'";
        }
        return OF_CONNECTIONS.contains(capability) ? "a simulated network does not have" : "only containers have";
    }

    @Override
    public Run run(RunPlan plan, List<Monitor> monitors, Trace trace) {
        return new PlannedRun(plan, monitors, trace).run();
    }

    @Override
    public Optional<ScriptedRun> script(Cluster cluster, Consumer<Script> script, List<Monitor> monitors, Trace trace) {
        return Optional.of(new ScriptedSimulation(cluster, monitors, trace).play(script));
    }
}
