package dev.faultline.targets.live;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
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

/** Two notebooks, n1 and n2, on real nodes: what n1 is told to note, n2 hears, if the link between them lets it. */
public final class Correspondence {
    public static final NodeId N1 = NodeId.node(1);
    public static final NodeId N2 = NodeId.node(2);

    private final List<Session> sessions = new ArrayList<>();
    private final List<PlannedFault> faults = new ArrayList<>();

    private Correspondence add(int client, int at, Step step) {
        sessions.add(new Session(sessions.size(), client, Duration.ofMillis(at), List.of(step), Duration.ZERO));
        return this;
    }

    /** Tells n1 something. What is planned for after the faults waits for their end. */
    public Correspondence ask(int at, String f) {
        return add(1, at, Step.write(f, 0L));
    }

    /** Tells n1 to note numbers, one every {@code every} milliseconds from {@code at} on. */
    public Correspondence note(int count, int at, int every) {
        for (int i = 0; i < count; i++) {
            ask(at + every * i, "note");
        }
        return this;
    }

    /** Asks n2 how many notes it has heard. */
    public Correspondence hear(int at) {
        return add(2, at, Step.read("heard", null));
    }

    /** Asks n2 again and again. */
    public Correspondence listen(int from, int until) {
        for (int at = from; at < until; at += 20) {
            hear(at);
        }
        return this;
    }

    /** Lets a fault strike n1, in the words of the history, and end. */
    public Correspondence fault(
            String f, int from, int until, Consumer<FaultInjector> begin, Consumer<FaultInjector> end) {
        return plan(f, from, until, f + "-over", begin, end);
    }

    /** Lets a fault strike that does not end. */
    public Correspondence faultForGood(String f, int from, Consumer<FaultInjector> begin) {
        return plan(f, from, from, null, begin, injector -> {});
    }

    private Correspondence plan(
            String f, int from, int until, String endF, Consumer<FaultInjector> begin, Consumer<FaultInjector> end) {
        faults.add(new PlannedFault(from, Duration.ofMillis(from), Duration.ofMillis(until), f, (injector, random) -> {
            begin.accept(injector);
            return new Strike(f, List.of(N1.name()), endF, () -> end.accept(injector));
        }));
        return this;
    }

    /**
     * Runs it.
     *
     * @param horizon in milliseconds
     */
    public Run run(NodeRuntime runtime, int horizon, Trace trace) {
        RunPlan plan = new RunPlan(
                Notebook.cluster(2), 1, 2, sessions, faults, Duration.ofMillis(horizon), Duration.ofSeconds(20));
        return runtime.run(plan, new ArrayList<>(), trace);
    }

    /** The last answer to a question. */
    public static Object answer(Run run, String f) {
        return run.history().events().stream()
                .filter(event -> event.type() == EventType.OK && event.f().equals(f))
                .reduce((first, second) -> second)
                .map(Event::value)
                .orElseThrow(() -> new AssertionError(
                        "no answer to " + f + " in " + run.history().events()));
    }

    /** How many notes n2 had heard of by what it had answered before a moment of the run. */
    public static long heardBefore(Run run, Duration moment) {
        return run.history().events().stream()
                .filter(event -> event.type() == EventType.OK && event.f().equals("heard"))
                .filter(event -> event.time() < moment.toNanos())
                .mapToLong(event -> (Long) event.value())
                .max()
                .orElse(0);
    }

    /** When something of this kind was recorded first. */
    public static Duration first(Run run, EventType type, String f) {
        return run.history().events().stream()
                .filter(event -> event.type() == type && event.f().equals(f))
                .findFirst()
                .map(event -> Duration.ofNanos(event.time()))
                .orElseThrow(() ->
                        new AssertionError("no " + f + " in " + run.history().events()));
    }

    /** How many notes n1 had been told of by a moment of the run. */
    public static long notedBefore(Run run, Duration moment) {
        return run.history().events().stream()
                .filter(event -> event.type() == EventType.INVOKE && event.f().equals("note"))
                .filter(event -> event.time() < moment.toNanos())
                .count();
    }
}
