package dev.faultline.checkers.workload;

import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.history.Script;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class UniqueIdsTest {
    private static final Checker IDS = Workloads.uniqueIds();

    @Test
    void differentIdsAreValid() {
        Checks.valid(IDS, generated(generated(new Script(), 0, "a"), 1, 1L));
    }

    @Test
    void sameIdTwiceIsTold() {
        Script script = generated(generated(generated(new Script(), 0, 7L), 1, 8L), 2, 7L);
        Checks.invalid(
                IDS,
                script,
                "duplicate",
                "The id 7 was given to process 0 on n1 (event 1) and again to process 2 on n3 (event 5).",
                1,
                5);
    }

    @Test
    void unacknowledgedIdsAreNotJudged() {
        Script script = generated(new Script(), 0, 7L).invoke(1, "generate", null);
        Checks.valid(IDS, script.info(1, "generate", 7L));
        Checks.unknown(IDS, new Script().invoke(1, "generate", null), "No :generate ended :ok");
    }

    @Test
    void nilIsNoId() {
        Checks.malformed(IDS, generated(new Script(), 0, null), "Event 1: :generate has the value null");
    }

    @Test
    void correctGeneratorsAreValid() {
        Checks.holds(IDS, seed -> history(seed, 100, 1_000_000));
    }

    @Test
    void agreesWithEveryPair() {
        Checks.agrees(IDS, seed -> history(seed, 30, 6), history -> {
            List<Object> ids = history.operations().stream()
                    .filter(Operation::isOk)
                    .map(Operation::output)
                    .toList();
            if (ids.isEmpty()) {
                return Verdict.UNKNOWN;
            }
            return ids.stream().distinct().count() == ids.size() ? Verdict.VALID : Verdict.INVALID;
        });
    }

    /** Ids from a sequence that begins anew at the modulus. */
    private static History history(long seed, int steps, long modulus) {
        AtomicLong sequence = new AtomicLong();
        Simulation.Call generate = new Simulation.Call("generate", null, () -> sequence.getAndIncrement() % modulus);
        return new Simulation(seed, 3).run(steps, process -> generate).history();
    }

    private static Script generated(Script script, int process, Object id) {
        return script.invoke(process, "generate", null).ok(process, "generate", id);
    }
}
