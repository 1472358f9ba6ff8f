package dev.faultline.harness.fake;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Capability;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.runtime.MessageCounts;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Script;
import dev.faultline.harness.workload.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Runs nothing, and writes down what it was asked to run; see {@link Facts}. It can delay messages and kill nodes. */
public class FakeRuntime implements NodeRuntime {
    @Override
    public String name() {
        return "fake";
    }

    @Override
    public Set<Capability> capabilities(Cluster cluster) {
        return EnumSet.of(Capability.DELAY, Capability.CRASH);
    }

    @Override
    public Run run(RunPlan plan, List<Monitor> monitors, Trace trace) {
        List<Event> events = new ArrayList<>();
        for (PlannedFault fault : plan.faults()) {
            add(events, EventType.INFO, Event.NEMESIS, fault.name(), fault.index());
        }
        for (Session session : plan.sessions()) {
            add(events, EventType.INVOKE, session.client() - 1, "read", session.index());
            add(events, EventType.OK, session.client() - 1, "read", session.index());
        }
        return run(plan.cluster(), plan.seed(), events);
    }

    private static void add(List<Event> events, EventType type, int process, String f, long value) {
        events.add(new Event(events.size(), 0, type, process, f, value, null, null));
    }

    @Override
    public Optional<ScriptedRun> script(Cluster cluster, Consumer<Script> script, List<Monitor> monitors, Trace trace) {
        return Optional.of(new ScriptedRun(run(cluster, 0, List.of()), 1, Optional.empty()));
    }

    /** A run that ends after as many nanoseconds as its seed. */
    private static Run run(Cluster cluster, long seed, List<Event> events) {
        MessageCounts none = new MessageCounts(Map.of(), Map.of(), Map.of(), 0);
        return new Run(
                cluster,
                History.of(events),
                Duration.ZERO,
                Duration.ofNanos(seed),
                none,
                Map.of(),
                events.size(),
                List.of(),
                Optional.empty());
    }
}
