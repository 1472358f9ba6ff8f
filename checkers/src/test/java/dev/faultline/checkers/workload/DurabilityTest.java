package dev.faultline.checkers.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.history.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DurabilityTest {
    private static final Checker DURABILITY = Workloads.durability();

    @Test
    void whatIsKeptIsValid() {
        Script script = written(written(new Script(), 0, "write", 1L), 1, "append", 2L);
        script.invoke(2, "add", 3L).nemesis("crash", List.of("n1")).info(2, "add", 3L);
        Checks.valid(DURABILITY, read(script, 0, List.of(1L, 2L, 3L)));
        CheckResult result = Checks.check(DURABILITY, script);
        assertThat(result.details())
                .containsEntry("acknowledged", 2L)
                .containsEntry("recovered", 1L)
                .containsEntry("final-reads", 1);
    }

    @Test
    void lostWriteIsToldWithTheCrash() {
        Script script = written(written(new Script(), 0, "write", 1L), 1, "write", 2L);
        script.nemesis("crash", List.of("n1")).nemesis("restarted", List.of("n1"));
        Checks.invalid(
                DURABILITY,
                read(script, 1, List.of(1L)),
                "lost",
                "The value 2, acknowledged to process 1 on n2 (event 3), is missing from the final read of process 1 on n2"
                        + " (event 7), after the crash at 4.0 ms (event 4).",
                3,
                4,
                7);
    }

    @Test
    void everyFinalReadIsJudged() {
        Script script = read(written(new Script(), 0, "write", 1L), 0, List.of(1L));
        Checks.invalid(DURABILITY, read(script, 1, List.of()), "lost", "The value 1", 1, 5);
        Checks.invalid(DURABILITY, read(script, 1, List.of(1L)), "lost", "The value 1", 1, 5);
    }

    @Test
    void failedWriteThatIsSeenIsResurrected() {
        Script script = new Script().invoke(0, "write", 1L).fail(0, "write", 1L);
        Checks.invalid(
                DURABILITY,
                read(script, 1, List.of(1L)),
                "resurrected",
                "The value 1 was seen by the read of process 1 on n2 (event 3), although its write by process 0 on n1"
                        + " (event 1) failed.",
                1,
                3);
    }

    @Test
    void retriedWriteIsNotResurrected() {
        Script script = new Script().invoke(0, "write", 1L).fail(0, "write", 1L);
        Checks.valid(DURABILITY, read(written(script, 0, "write", 1L), 1, List.of(1L)));
    }

    @Test
    void firstAcknowledgementOfAValueCounts() {
        Script script = written(new Script(), 0, "write", 1L).invoke(1, "write", 1L);
        Checks.invalid(DURABILITY, read(script, 2, List.of()).ok(1, "write", 1L), "lost", "The value 1", 1, 4);
    }

    @Test
    void keysMayBeToldAsAMap() {
        Script script = written(new Script(), 0, "append", List.of("x", 1L));
        Checks.valid(DURABILITY, read(script, 1, Map.of("x", List.of(1L))));
        Checks.valid(
                DURABILITY, read(written(new Script(), 0, "append", List.of("x", 1L)), 1, List.of(List.of("x", 1L))));
        Script other = written(new Script(), 0, "append", List.of("x", 1L));
        Checks.invalid(DURABILITY, read(other, 1, Map.of("y", List.of(1L))), "lost", "The value 1 under x", 1, 3);
    }

    @Test
    void withoutFinalReadsNothingIsKnown() {
        Script script = written(read(new Script(), 0, List.of()), 0, "write", 1L);
        Checks.unknown(DURABILITY, script, "No read was invoked after the last write");
    }

    @Test
    void otherShapesAreRefused() {
        Checks.malformed(DURABILITY, read(new Script(), 0, 1L), "Event 1: :read has the value 1");
        Checks.malformed(DURABILITY, read(new Script(), 0, Map.of("x", 1L)), "a map of keys to collections");
        Checks.malformed(DURABILITY, new Script().invoke(0, "write", null), "a value");
    }

    @Test
    void correctLogsAreValid() {
        Checks.holds(DURABILITY, seed -> history(seed, 100, 0, 0));
    }

    @Test
    void logsThatForgetAreNot() {
        Checks.breaks(DURABILITY, seed -> history(seed, 200, 8, 0));
    }

    @Test
    void agreesWithEveryWriteAndRead() {
        Checks.agrees(DURABILITY, seed -> history(seed, 25, 15, 15), DurabilityTest::oracle);
    }

    private static Verdict oracle(History history) {
        List<Operation> writes = history.operations().stream()
                .filter(write -> write.f().equals("write"))
                .toList();
        List<Operation> reads = history.operations().stream()
                .filter(read -> read.f().equals("read") && read.isOk())
                .toList();
        List<Operation> finals = reads.stream()
                .filter(read -> writes.stream()
                        .allMatch(write ->
                                write.invocation().index() < read.invocation().index()))
                .toList();
        boolean lost = writes.stream().filter(Operation::isOk).anyMatch(write -> finals.stream()
                .anyMatch(read -> read.invocation().index() > write.completion().index() && !has(read, write)));
        boolean resurrected = writes.stream()
                .filter(write -> write.outcome() == EventType.FAIL)
                .anyMatch(write -> reads.stream().anyMatch(read -> has(read, write)));
        return lost || resurrected ? Verdict.INVALID : finals.isEmpty() ? Verdict.UNKNOWN : Verdict.VALID;
    }

    private static boolean has(Operation read, Operation write) {
        return ((Collection<?>) read.output()).contains(write.input());
    }

    /**
     * A log.
     *
     * @param loss one of so many writes is forgotten, when not 0
     * @param early one of so many writes is there before it takes effect, when not 0
     */
    private static History history(long seed, int steps, int loss, int early) {
        Simulation simulation = new Simulation(seed, 3);
        List<Object> log = new ArrayList<>();
        long[] next = {0};
        simulation.run(steps, process -> {
            if (simulation.random.nextInt(3) == 0) {
                return new Simulation.Call("read", null, () -> new ArrayList<>(log));
            }
            long value = next[0]++;
            boolean already = early > 0 && simulation.random.nextInt(early) == 0;
            if (already) {
                log.add(value);
            }
            return new Simulation.Call("write", value, () -> {
                if (!already && (loss == 0 || simulation.random.nextInt(loss) > 0)) {
                    log.add(value);
                }
                return value;
            });
        });
        Simulation.Call read = new Simulation.Call("read", null, () -> new ArrayList<>(log));
        return simulation.run(20, process -> read).alone(9, read).history();
    }

    private static Script written(Script script, int process, String f, Object value) {
        return script.invoke(process, f, value).ok(process, f, value);
    }

    private static Script read(Script script, int process, Object value) {
        return script.invoke(process, "read", null).ok(process, "read", value);
    }
}
