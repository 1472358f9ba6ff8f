package dev.faultline.targets.simulation;

import static dev.faultline.harness.cluster.Role.role;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Program;
import dev.faultline.harness.fault.FaultInjector;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.fault.Strike;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.workload.Session;
import dev.faultline.harness.workload.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs of small clusters. */
final class Runs {
    static final NodeId N1 = NodeId.node(1);
    static final NodeId N2 = NodeId.node(2);
    static final NodeId N3 = NodeId.node(3);

    /** A client that nobody answers keeps a run going to its end, even when the node that it asked crashes. */
    static final List<Session> PATIENCE = List.of(waiting(0, Duration.ZERO), waiting(1, Duration.ofMillis(2900)));

    private Runs() {}

    private static Session waiting(int index, Duration at) {
        return new Session(index, 1, at, List.of(Step.read("wait", null)), Duration.ZERO);
    }

    static Cluster cluster(int nodes, Program program) {
        return Cluster.of(role("node", nodes, program))
                .requests(asked -> new Programmed.Ask(asked.msgId(), asked.f(), asked.value()));
    }

    /** Runs for three seconds, the first two of which may have faults. */
    static Run run(Cluster cluster, long seed, PlannedFault... faults) {
        return run(cluster, seed, 1, PATIENCE, Trace.NONE, faults);
    }

    static Run traced(Cluster cluster, Trace trace, PlannedFault... faults) {
        return run(cluster, 1, 1, PATIENCE, trace, faults);
    }

    static Run run(
            Cluster cluster, long seed, int clients, List<Session> sessions, Trace trace, PlannedFault... faults) {
        RunPlan plan = new RunPlan(
                cluster, seed, clients, sessions, List.of(faults), Duration.ofSeconds(2), Duration.ofSeconds(1));
        return new SimulationRuntime().run(plan, new ArrayList<>(), trace);
    }

    static PlannedFault fault(int from, int until, Consumer<FaultInjector> begin, Consumer<FaultInjector> end) {
        return new PlannedFault(from, Duration.ofMillis(from), Duration.ofMillis(until), "test", (injector, random) -> {
            begin.accept(injector);
            return new Strike("test", List.of("all"), "test-over", () -> end.accept(injector));
        });
    }
}
