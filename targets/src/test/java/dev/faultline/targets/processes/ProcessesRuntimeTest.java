package dev.faultline.targets.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.fault.FaultInjector;
import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.fault.Strike;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.Run.BrokenInvariant;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.workload.Session;
import dev.faultline.harness.workload.Step;
import dev.faultline.targets.live.Notebook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
        RunPlan plan = new RunPlan(
                Notebook.cluster(2), 1, 2, sessions, List.of(faults), Duration.ofSeconds(3), Duration.ofSeconds(2));
        return new EmbeddedProcesses().run(plan, new ArrayList<>(), Trace.NONE);
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

    @Test
    void aNodeThatThrowsEndsTheRun() {
        Run run = run(List.of(session(0, 1, 0, Step.write("fly", 1L)), session(1, 2, 4000, Step.read("read", null))));
        assertThat(run.broken().map(BrokenInvariant::explanation).orElse("")).contains("n1 threw", "I cannot fly");
        assertThat(run.end()).isLessThan(Duration.ofSeconds(3));
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
