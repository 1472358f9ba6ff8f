package dev.faultline.targets.foreign;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.FaultInjector;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.fault.Strike;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.workload.Session;
import dev.faultline.harness.workload.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs of {@link Parrot}s: the first client begins with the first of them, the second with the second. */
public final class ForeignRun {
    private final List<Session> sessions = new ArrayList<>();
    private final List<PlannedFault> faults = new ArrayList<>();

    /** At this time, in milliseconds, a client asks for something. */
    public ForeignRun ask(int client, int at, String f, Object value) {
        sessions.add(new Session(
                sessions.size(),
                client,
                Duration.ofMillis(at),
                List.of(new Step(f, value, !f.equals("note"))),
                Duration.ZERO));
        return this;
    }

    /** From then until then, in milliseconds, something is wrong. */
    public ForeignRun fault(int from, int until, Consumer<FaultInjector> begin, Consumer<FaultInjector> end) {
        faults.add(new PlannedFault(
                faults.size(), Duration.ofMillis(from), Duration.ofMillis(until), "fault", (injector, random) -> {
                    begin.accept(injector);
                    return new Strike("fault", List.of("n1"), "fault-over", () -> end.accept(injector));
                }));
        return this;
    }

    public ForeignRun restart(int from, int until) {
        NodeId first = NodeId.node(1);
        return fault(from, until, injector -> injector.crash(first, 0, 0), injector -> injector.start(first));
    }

    public Run on(NodeRuntime runtime, Cluster cluster) {
        RunPlan plan = new RunPlan(cluster, 1, 2, sessions, faults, Duration.ofMillis(2500), Duration.ofSeconds(3));
        return runtime.run(plan, new ArrayList<>(), Trace.NONE);
    }

    /** The completions of a client's operations, in order: values, or errors in angle brackets. */
    public static List<Object> completions(Run run, int client) {
        return run.history().events().stream()
                .filter(event -> event.type() != EventType.INVOKE && event.process() != Event.NEMESIS)
                .filter(event -> event.process() % 2 == client - 1)
                .map(event -> event.type() == EventType.OK ? event.value() : "<" + event.error() + ">")
                .toList();
    }
}
