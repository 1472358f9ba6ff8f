package dev.faultline.checkers.workload;

import static dev.faultline.checkers.history.Script.tuple;

import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.history.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LongForkTest {
    private static final Checker FORK = Workloads.longFork();

    @Test
    void readsInOneOrderAreValid() {
        Script script = written(written(new Script(), 0, "x"), 1, "y");
        Checks.valid(FORK, read(read(read(script, 2, null, null), 2, 1L, null), 3, 1L, 1L));
    }

    @Test
    void forkIsTold() {
        Script script = written(written(new Script(), 0, "x"), 1, "y");
        Checks.invalid(
                FORK,
                read(read(script, 2, 1L, null), 3, null, 1L),
                "long-fork",
                "A long fork: the read of process 2 on n3 (event 5) saw the write of x and not that of y, and the read of"
                        + " process 3 on n4 (event 7) saw that of y and not that of x.",
                1,
                3,
                5,
                7);
    }

    @Test
    void readsOfOtherGroupsAreComparedInWhatTheyShare() {
        Script script = written(written(new Script(), 0, "x"), 1, "y");
        script.invoke(2, "txn", List.of(r("z", null), r("x", null), r("y", null)));
        script.ok(2, "txn", List.of(r("z", null), r("x", 1L), r("y", null)));
        Checks.invalid(FORK, read(script, 3, null, 1L), "long-fork", "A long fork", 1, 3, 5, 7);
    }

    @Test
    void unwrittenValuesAreTold() {
        Checks.invalid(FORK, read(new Script(), 2, 7L, null), "unwritten", "answered 7 for x, which nobody had", 1);
        Script late = written(read(new Script(), 2, 1L, null), 0, "x");
        Checks.invalid(FORK, late, "unwritten", "answered 1 for x", 1);
        Script failed = new Script().invoke(0, "txn", List.of(w("x"))).fail(0, "txn", List.of(w("x")));
        Checks.invalid(FORK, read(failed, 2, 1L, null), "unwritten", "to it: the write failed.", 3);
    }

    @Test
    void withoutReadsNothingIsKnown() {
        Checks.unknown(FORK, written(new Script(), 0, "x"), "No read ended :ok");
    }

    @Test
    void otherShapesAreRefused() {
        Checks.malformed(FORK, new Script().invoke(0, "txn", List.of(w("x"), r("y", null))), "[[:w key value]]");
        Checks.malformed(FORK, new Script().invoke(0, "txn", List.of(r("x", null), r("x", null))), "each key once");
        Checks.malformed(FORK, new Script().invoke(0, "txn", List.of("x")), "[[:w key value]]");
        Checks.malformed(FORK, new Script().invoke(0, "txn", List.of()), "[[:w key value]]");
        Checks.malformed(FORK, written(written(new Script(), 0, "x"), 1, "x"), "no other transaction writes");
    }

    @Test
    void snapshotsAreValid() {
        Checks.holds(FORK, seed -> history(seed, 200, 1));
    }

    @Test
    void snapshotsOfReplicasThatApplyLaterAreNot() {
        Checks.breaks(FORK, seed -> history(seed, 500, 2));
    }

    @Test
    void agreesWithEveryPairOfReads() {
        Checks.agrees(FORK, seed -> history(seed, 60, 2), LongForkTest::oracle);
    }

    private static Verdict oracle(History history) {
        List<Map<Object, Object>> reads = history.operations().stream()
                .filter(Operation::isOk)
                .map(Operation::output)
                .map(LongForkTest::read)
                .filter(Objects::nonNull)
                .toList();
        for (Map<Object, Object> one : reads) {
            for (Map<Object, Object> other : reads) {
                boolean ahead = one.keySet().stream()
                        .anyMatch(key -> other.containsKey(key) && one.get(key) != null && other.get(key) == null);
                boolean behind = one.keySet().stream()
                        .anyMatch(key -> other.containsKey(key) && one.get(key) == null && other.get(key) != null);
                if (ahead && behind) {
                    return Verdict.INVALID;
                }
            }
        }
        return reads.isEmpty() ? Verdict.UNKNOWN : Verdict.VALID;
    }

    private static Map<Object, Object> read(Object output) {
        Map<Object, Object> values = new HashMap<>();
        for (Object part : (List<?>) output) {
            List<?> step = (List<?>) part;
            if (step.get(0).equals(new Keyword("w"))) {
                return null;
            }
            values.put(step.get(1), step.get(2));
        }
        return values;
    }

    /** Groups of three keys on replicas; a write reaches the other replicas in another order. */
    private static History history(long seed, int steps, int replicas) {
        Simulation simulation = new Simulation(seed, 4);
        List<Map<Object, Object>> states = new ArrayList<>();
        for (int i = 0; i < replicas; i++) {
            states.add(new HashMap<>());
        }
        Map<Object, Object> all = new HashMap<>();
        long[] next = {0};
        return simulation
                .run(steps, process -> {
                    Map<Object, Object> state = states.get(process % replicas);
                    if (simulation.random.nextInt(3) == 0) {
                        Object key = next[0]++;
                        return new Simulation.Call("txn", List.of(w(key)), () -> {
                            state.put(key, 1L);
                            all.put(key, 1L);
                            return List.of(w(key));
                        });
                    }
                    long group = Math.max(0, next[0] - 1) / 3 * 3;
                    return new Simulation.Call("txn", group(group, Map.of()), () -> {
                        if (simulation.random.nextInt(4) == 0) {
                            state.putAll(all);
                        }
                        return group(group, state);
                    });
                })
                .history();
    }

    private static List<Object> group(long first, Map<?, ?> state) {
        return List.of(
                r(first, state.get(first)), r(first + 1, state.get(first + 1)), r(first + 2, state.get(first + 2)));
    }

    private static Script written(Script script, int process, Object key) {
        return script.invoke(process, "txn", List.of(w(key))).ok(process, "txn", List.of(w(key)));
    }

    private static Script read(Script script, int process, Object x, Object y) {
        return script.invoke(process, "txn", List.of(r("x", null), r("y", null)))
                .ok(process, "txn", List.of(r("x", x), r("y", y)));
    }

    private static List<Object> w(Object key) {
        return List.of(new Keyword("w"), key, 1L);
    }

    private static List<Object> r(Object key, Object value) {
        return tuple(new Keyword("r"), key, value);
    }
}
