package dev.faultline.checkers.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.history.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ConvergenceTest {
    private static final Checker CONVERGENCE = Workloads.convergence();
    private static final Checker UNORDERED = Workloads.convergenceUnordered();

    @Test
    void equalLastReadsAreValid() {
        Script script = read(read(updated(new Script(), 0), 0, List.of(1L, 2L)), 1, List.of());
        CheckResult result = Checks.check(CONVERGENCE, read(script, 1, List.of(1L, 2L)));
        assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.VALID);
        assertThat(result.details())
                .containsEntry("nodes", 2)
                .containsEntry("final-reads", 3)
                .containsEntry("disagreed-until-ms", 3.0)
                .containsEntry("agreed-from-ms", 6.0);
    }

    @Test
    void nodesThatDisagreeAreToldWithTheDifference() {
        Script script = read(read(updated(new Script(), 0), 0, List.of(1L, 2L)), 1, List.of(1L, 2L));
        Checks.invalid(
                CONVERGENCE,
                read(script, 2, List.of(1L, 3L)),
                "disagreement",
                "After the last update and the last fault, n3 answered (event 7), unlike n1, n2 answered (event 3): without"
                        + " [2], with [3] besides.",
                3,
                7);
    }

    @Test
    void differencesOfMapsAndOfOrderAreTold() {
        Script maps = read(read(updated(new Script(), 0), 0, Map.of("x", 1L, "y", 2L)), 1, Map.of("x", 1L, "y", 3L));
        Checks.invalid(CONVERGENCE, maps, "disagreement", "under y 3 instead of 2.", 3, 5);
        Script lists = read(read(updated(new Script(), 0), 0, List.of(1L, 2L)), 1, List.of(2L, 1L));
        Checks.invalid(CONVERGENCE, lists, "disagreement", "[2, 1] instead of [1, 2].", 3, 5);
        Checks.valid(UNORDERED, lists);
        Script counts = read(read(updated(new Script(), 0), 0, List.of(1L, 1L)), 1, List.of(1L));
        Checks.invalid(UNORDERED, counts, "disagreement", "[1] instead of [1, 1].", 3, 5);
        Script nested = read(read(new Script(), 0, Map.of("x", List.of(1L, 2L))), 1, Map.of("x", List.of(2L, 1L)));
        Checks.valid(UNORDERED, nested);
    }

    @Test
    void readsBeforeTheLastFaultDoNotCount() {
        Script script = read(read(updated(new Script(), 0), 0, 1L), 1, 2L).nemesis("healed", List.of());
        Checks.unknown(CONVERGENCE, script, "Nobody read after the last update and the last fault.");
        Checks.unknown(CONVERGENCE, read(script, 0, 2L), "from n2, so nobody knows");
        Checks.valid(CONVERGENCE, read(script, 1, 2L));
    }

    @Test
    void nodesThatAreDownAreNotAskedFor() {
        Script script = updated(updated(new Script(), 0), 1).nemesis("crash", List.of("n2"));
        Checks.valid(CONVERGENCE, read(script, 0, 1L));
    }

    @Test
    void onlyReadsCalledFinalCountWhenThereAreAny() {
        Script script = read(updated(new Script(), 0), 0, 1L);
        script.invoke(0, "read-final", null).ok(0, "read-final", 2L);
        script.invoke(1, "read-final", null).ok(1, "read-final", 2L);
        Checks.valid(CONVERGENCE, read(script, 1, 1L));
    }

    @Test
    void differentQuestionsHaveDifferentAnswers() {
        Script script = updated(new Script(), 0);
        for (int process = 0; process < 2; process++) {
            script.invoke(process, "read", "x").ok(process, "read", 1L);
            script.invoke(process, "read", "y").ok(process, "read", 2L);
        }
        Checks.valid(CONVERGENCE, script);
        Checks.invalid(
                CONVERGENCE,
                script.invoke(1, "read", "y").ok(1, "read", 5L),
                "disagreement",
                "n2 answered for y (event 11), unlike n1 answered for y (event 5): 5 instead of 2.",
                5,
                11);
    }

    @Test
    void readsOfNobodyKnowsWhichNodeAreRefused() {
        List<Event> events = List.of(
                new Event(0, 0, EventType.INVOKE, 0, "read", null, null, null),
                new Event(1, 1, EventType.OK, 0, "read", 1L, null, null));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> CONVERGENCE.check(History.of(events), dev.faultline.checkers.Budget.standard())))
                .hasMessageContaining("Event 0: :read does not say which node it read")
                .hasMessageContaining("Record the field :node.");
    }

    @Test
    void correctReplicasAreValid() {
        Checks.holds(UNORDERED, seed -> history(seed, 60, 1_000));
    }

    @Test
    void replicasThatMissUpdatesAreNot() {
        Checks.breaks(UNORDERED, seed -> history(seed, 200, 6));
    }

    @Test
    void agreesWithThePlainDefinition() {
        Checks.agrees(UNORDERED, seed -> history(seed, 20, 6), ConvergenceTest::oracle);
    }

    private static Verdict oracle(History history) {
        Predicate<Operation> isRead = operation -> operation.f().equals("read");
        int quiet = -1;
        for (Operation operation : history.operations()) {
            if (!isRead.test(operation) && operation.outcome() != EventType.FAIL) {
                Event last = operation.completion() == null ? operation.invocation() : operation.completion();
                quiet = Math.max(quiet, last.index());
            }
        }
        int from = quiet;
        Set<Object> answers = new HashSet<>();
        boolean all = true;
        for (int process :
                history.operations().stream().map(Operation::process).distinct().toList()) {
            List<Operation> reads = history.operations().stream()
                    .filter(read -> read.process() == process && isRead.test(read) && read.isOk())
                    .filter(read -> read.invocation().index() > from)
                    .toList();
            all &= !reads.isEmpty();
            if (!reads.isEmpty()) {
                answers.add(new HashSet<>((List<?>) reads.get(reads.size() - 1).output()));
            }
        }
        return answers.size() > 1 ? Verdict.INVALID : all && !answers.isEmpty() ? Verdict.VALID : Verdict.UNKNOWN;
    }

    /** Sets on three nodes; an add reaches the others when these are read, except one of so many to the last. */
    private static History history(long seed, int steps, int deaf) {
        Simulation simulation = new Simulation(seed, 3);
        List<Set<Object>> nodes = List.of(new HashSet<>(), new HashSet<>(), new HashSet<>());
        long[] next = {0};
        IntFunction<Simulation.Call> read = process -> new Simulation.Call("read", null, () -> {
            nodes.forEach(nodes.get(process)::addAll);
            if (process == 2) {
                nodes.get(process).removeIf(element -> (Long) element % deaf == deaf - 1);
            }
            return new ArrayList<>(nodes.get(process));
        });
        simulation.run(steps, process -> {
            long element = next[0]++;
            return new Simulation.Call("add", element, () -> {
                nodes.get(process).add(element);
                return element;
            });
        });
        return simulation.run(40, read).history();
    }

    private static Script updated(Script script, int process) {
        return script.invoke(process, "add", 1L).ok(process, "add", 1L);
    }

    private static Script read(Script script, int process, Object value) {
        return script.invoke(process, "read", null).ok(process, "read", value);
    }
}
