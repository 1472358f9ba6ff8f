package dev.faultline.targets.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.fault.FaultInjector;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.fault.Strike;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Invariant;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.property.Sight;
import dev.faultline.harness.runtime.Delay;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.Run.BrokenInvariant;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.workload.Session;
import dev.faultline.harness.workload.Step;
import dev.faultline.targets.live.Notebook;
import dev.faultline.targets.live.Notebook.Pages;
import dev.faultline.targets.runner.NodeMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcessesRuntimeTest {
    private static final NodeId N1 = NodeId.node(1);
    private static final NodeId N2 = NodeId.node(2);

    private static PlannedFault fault(
            String f, int from, int until, Consumer<FaultInjector> begin, Consumer<FaultInjector> end) {
        return new PlannedFault(from, Duration.ofMillis(from), Duration.ofMillis(until), f, (injector, random) -> {
            begin.accept(injector);
            return new Strike(f, List.of(N1.name()), f + "-over", () -> end.accept(injector));
        });
    }

    private static Session session(int index, int client, int at, Step step) {
        return new Session(index, client, Duration.ofMillis(at), List.of(step), Duration.ZERO);
    }

    /** Two notebooks with a client each. */
    private static Run run(List<Session> sessions, PlannedFault... faults) {
        return run(new ArrayList<>(), sessions, faults);
    }

    private static Run run(List<Monitor> monitors, List<Session> sessions, PlannedFault... faults) {
        RunPlan plan = new RunPlan(
                Notebook.cluster(2), 1, 2, sessions, List.of(faults), Duration.ofSeconds(3), Duration.ofSeconds(2));
        return new EmbeddedProcesses().run(plan, monitors, Trace.NONE);
    }

    private static Object read(Run run, String f) {
        return run.history().events().stream()
                .filter(event -> event.type() == EventType.OK && event.f().equals(f))
                .reduce((first, second) -> second)
                .map(Event::value)
                .orElseThrow(() -> new AssertionError(
                        "no answer to " + f + " in " + run.history().events()));
    }

    @Test
    void whatWasNotedBeforeAKillIsReadAfterwards() {
        Run run = run(
                List.of(
                        session(0, 1, 0, Step.write("note", 1L)),
                        session(1, 1, 100, Step.write("scribble", 2L)),
                        session(2, 1, 2500, Step.read("read", null))),
                fault("restart", 500, 800, injector -> injector.crash(N1, 0, 0), injector -> injector.start(N1)));
        assertThat(read(run, "read")).isEqualTo(List.of(1L));
        assertThat(run.faultsOver()).isBetween(Duration.ofMillis(800), Duration.ofMillis(2500));
        assertThat(run.broken()).isEmpty();
    }

    @Test
    void whatIsSentIntoACutIsNotHeard() {
        List<Session> sessions = new ArrayList<>();
        sessions.add(session(0, 1, 0, Step.write("note", 0L)));
        for (int number = 1; number <= 20; number++) {
            sessions.add(session(number, 1, 400 + 10 * number, Step.write("note", (long) number)));
        }
        sessions.add(session(21, 1, 2000, Step.write("note", 21L)));
        sessions.add(session(22, 2, 2800, Step.read("heard", null)));
        Run run = run(
                sessions, fault("cut", 300, 1000, injector -> injector.cut(N1, N2), injector -> injector.mend(N1, N2)));
        assertThat(read(run, "heard")).isEqualTo(2L);
        assertThat(run.messages().total()).isEqualTo(22);
    }

    @Test
    void aPausedNodeAnswersLate() {
        Run run = run(
                List.of(session(0, 1, 300, Step.write("note", 1L))),
                fault("pause", 100, 800, injector -> injector.pause(N1), injector -> injector.resume(N1)));
        Event answered = run.history().events().stream()
                .filter(event -> event.type() == EventType.OK)
                .findFirst()
                .orElseThrow();
        assertThat(Duration.ofNanos(answered.time())).isGreaterThanOrEqualTo(Duration.ofMillis(800));
    }

    private static void signalNodes(String signal) {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(NodeMain.class.getName()))
                .forEach(node -> signal(signal, node.pid()));
    }

    private static void signal(String signal, long pid) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Stream<Delay> longDelays(Run run) {
        return run.delays().stream().filter(delay -> delay.by().compareTo(Duration.ofMillis(600)) > 0);
    }

    @Test
    void whatHoldsUpANodeIsADelayUnlessAFaultDoes() {
        List<Session> notes = List.of(session(0, 1, 2900, Step.write("note", 1L)));
        Run late = run(notes, fault("?", 500, 1500, injector -> signalNodes("STOP"), injector -> signalNodes("CONT")));
        assertThat(longDelays(late).map(Delay::whose)).contains("n1", "n2");
        Run paused =
                run(notes, fault("pause", 500, 1500, injector -> injector.pause(N1), injector -> injector.resume(N1)));
        assertThat(longDelays(paused)).isEmpty();
    }

    @Test
    void aNodeThatThrowsEndsTheRun() {
        Run run = run(List.of(session(0, 1, 0, Step.write("fly", 1L)), session(1, 2, 4000, Step.read("read", null))));
        assertThat(run.broken().map(BrokenInvariant::explanation).orElse("")).contains("n1 threw", "I cannot fly");
        assertThat(run.end()).isLessThan(Duration.ofSeconds(3));
    }

    /** Writes down what it sees of the first node, and objects to so many lines. */
    private static final class Reader extends Invariant {
        private final List<Object> seen = new ArrayList<>();
        private final int tooMany;

        Reader(int tooMany) {
            super(Sight.EACH_NODE);
            this.tooMany = tooMany;
        }

        @Override
        public Optional<String> onState(NodeId node, Record state, long at) {
            if (!node.equals(N1)) {
                return Optional.empty();
            }
            seen.add(state);
            return state.equals(new Pages(tooMany)) ? Optional.of("n1 has written too much.") : Optional.empty();
        }

        @Override
        public void onCrash(NodeId node, long at) {
            seen.add(node + " crashed");
        }
    }

    @Test
    void monitorsSeeEveryStateOfANodeInOrder() {
        Reader reader = new Reader(1000);
        run(
                List.of(reader),
                List.of(session(0, 1, 0, Step.write("note", 1L)), session(1, 1, 2500, Step.write("note", 2L))),
                fault("restart", 500, 800, injector -> injector.crash(N1, 0, 0), injector -> injector.start(N1)));
        assertThat(reader.seen).containsExactly(new Pages(0), new Pages(1), "n1 crashed", new Pages(1), new Pages(2));
    }

    @Test
    void anObjectionToAStateEndsTheRun() {
        Run run = run(
                List.of(new Reader(1000), new Reader(1)),
                List.of(session(0, 1, 0, Step.write("note", 1L)), session(1, 2, 2900, Step.read("read", null))));
        assertThat(run.broken().orElseThrow().monitor()).isEqualTo(1);
        assertThat(run.broken().orElseThrow().explanation()).isEqualTo("n1 has written too much.");
        assertThat(run.end()).isLessThan(Duration.ofMillis(2900));
    }

    @Test
    void faultsThatAreOverLateLeaveTheClientsTheirTime() {
        PlannedFault slow = fault("slow", 100, 200, injector -> sleep(4000), injector -> {});
        RunPlan plan = new RunPlan(
                Notebook.cluster(1),
                1,
                1,
                List.of(session(0, 1, 500, Step.write("note", 1L))),
                List.of(slow),
                Duration.ofMillis(300),
                Duration.ofMillis(1500));
        Run run = new EmbeddedProcesses().run(plan, List.of(), Trace.NONE);
        assertThat(run.faultsOver()).isGreaterThan(Duration.ofSeconds(4));
        assertThat(read(run, "note")).isEqualTo(1L);
    }

    /** Part of the plan, as are the times of sessions: a fault that takes so long. Nothing is waited for by it. */
    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFaultThatCannotBeInjectedEndsTheRun() {
        AtomicBoolean later = new AtomicBoolean();
        PlannedFault impossible = fault(
                "stab",
                100,
                200,
                injector -> {
                    throw new IllegalStateException("there is no knife");
                },
                injector -> {});
        PlannedFault late = fault("late", 2500, 2600, injector -> later.set(true), injector -> {});
        assertThatThrownBy(() -> run(List.of(session(0, 1, 2900, Step.write("note", 1L))), impossible, late))
                .hasMessageContaining("there is no knife");
        assertThat(later).as("whether a fault has struck two seconds later").isFalse();
    }

    @Test
    void leavesNoProcessAndNoThreadBehind() {
        run(List.of(session(0, 1, 0, Step.write("note", 1L))));
        Set<String> threads = threads();
        Set<Long> processes = processes();
        run(
                List.of(session(0, 1, 0, Step.write("note", 1L))),
                fault("restart", 100, 400, injector -> injector.crash(N1, 0, 0), injector -> injector.start(N1)));
        assertThat(processes())
                .as("only the watchdog, and what other tests share")
                .isSubsetOf(processes);
        Set<String> more = threads();
        more.removeAll(threads);
        assertThat(more).isEmpty();
    }

    private static Set<Long> processes() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Ours, by their names without numbers; those of the shared Toxiproxy and of libraries stay. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("faultline-") && !name.contains("toxiproxy"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
