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

class SetFullTest {
    private static final Checker SET = Workloads.setFull();
    private static final Checker LINEARIZABLE = Workloads.setFullLinearizable();

    @Test
    void seenFromTheAcknowledgementOnIsValid() {
        Script script = read(added(read(new Script(), 1), 0, 1L), 1, 1L);
        Checks.valid(SET, script);
        Checks.valid(LINEARIZABLE, script);
        assertThat(Checks.check(SET, script).details())
                .containsEntry("stable", 1)
                .containsEntry("stale", 0)
                .containsEntry("acknowledged", 1L);
    }

    @Test
    void lostElementIsTold() {
        Script script = read(read(added(added(new Script(), 0, 1L), 0, 2L), 1, 1L, 2L), 2, 2L);
        CheckResult result = Checks.invalid(
                SET,
                script,
                "lost",
                "Element 1, known since process 0 on n1 (event 1), is lost: the read of process 2 on n3 (event 7) began"
                        + " later and did not see it, and neither did any read after that.",
                1,
                6,
                7);
        assertThat(result.details().get("lost-latencies-ms").toString()).contains("1=3.0");
    }

    @Test
    void staleElementIsInvalidOnlyWhenLinearizable() {
        Script script = read(read(added(new Script(), 0, 1L), 1), 2, 1L);
        Checks.valid(SET, script);
        CheckResult result = Checks.invalid(
                LINEARIZABLE,
                script,
                "stale",
                "Element 1, known since process 0 on n1 (event 1), was not seen by the read of process 1 on n2 (event 3),"
                        + " which began 1.0 ms later; process 2 on n3 (event 5) saw it after that.",
                1,
                2,
                3,
                5);
        assertThat(result.details())
                .containsEntry(
                        "worst-stale", List.of(Map.of("element", 1L, "known", 1, "last-absent", 3, "latency-ms", 1.0)))
                .containsEntry("stable-latencies-ms", Map.of("0", 1.0, "0.5", 1.0, "0.95", 1.0, "0.99", 1.0, "1", 1.0));
    }

    @Test
    void concurrentReadsNeedNotSee() {
        Script script = new Script().invoke(1, "read", null);
        Checks.valid(LINEARIZABLE, read(added(script, 0, 1L).ok(1, "read", List.of()), 1, 1L));
    }

    @Test
    void elementOfUnknownOutcomeIsKnownOnceSeen() {
        Script script = new Script().invoke(0, "add", 1L).info(0, "add", 1L);
        Checks.unknown(SET, read(script, 1), "No element was seen");
        Checks.valid(SET, read(script, 1, 1L));
        Checks.invalid(SET, read(script, 1), "lost", "known since process 1 on n2 (event 5)", 5, 6, 7);
    }

    @Test
    void duplicatesAndStrangersAreCounted() {
        Script script = added(new Script(), 0, 1L).invoke(0, "add", 2L).fail(0, "add", 2L);
        CheckResult result = Checks.check(SET, read(script, 1, 1L, 1L, 2L));
        assertThat(result.isValid()).isTrue();
        assertThat(result.details()).containsEntry("duplicated", 1).containsEntry("unexpected", 1);
    }

    @Test
    void otherShapesAreRefused() {
        Checks.malformed(SET, new Script().invoke(0, "read", null).ok(0, "read", 3L), "a collection of elements");
        Checks.malformed(SET, new Script().invoke(0, "add", null), "an element");
    }

    @Test
    void correctSetsAreValid() {
        Checks.holds(LINEARIZABLE, seed -> history(seed, 200, 0, 0));
    }

    @Test
    void setsThatLoseOrDelayAreNot() {
        Checks.breaks(SET, seed -> history(seed, 300, 8, 0));
        Checks.breaks(LINEARIZABLE, seed -> history(seed, 300, 0, 2));
    }

    @Test
    void agreesWithEveryReadOfEveryElement() {
        Checks.agrees(SET, seed -> history(seed, 40, 6, 3), history -> oracle(history, false));
        Checks.agrees(LINEARIZABLE, seed -> history(seed, 40, 30, 30), history -> oracle(history, true));
    }

    private static Verdict oracle(History history, boolean linearizable) {
        List<Operation> reads = history.operations().stream()
                .filter(read -> read.f().equals("read") && read.isOk())
                .toList();
        boolean anyStable = false;
        boolean bad = false;
        for (Operation add : history.operations()) {
            if (!add.f().equals("add") || add.outcome() == EventType.FAIL) {
                continue;
            }
            int known = reads.stream()
                    .filter(read -> has(read, add.input()))
                    .mapToInt(read -> read.completion().index())
                    .min()
                    .orElse(Integer.MAX_VALUE);
            int since = add.isOk() ? Math.min(known, add.completion().index()) : known;
            boolean missed = false;
            boolean lost = false;
            boolean stable = false;
            for (Operation read : reads) {
                boolean neverAgain = reads.stream().allMatch(later -> before(later, read) || !has(later, add.input()));
                boolean everAfter = reads.stream().allMatch(later -> before(later, read) || has(later, add.input()));
                boolean began = read.invocation().index() > since;
                missed |= began && !has(read, add.input());
                lost |= began && neverAgain;
                stable |= everAfter;
            }
            anyStable |= stable;
            bad |= lost || (linearizable && missed);
        }
        return bad ? Verdict.INVALID : anyStable ? Verdict.VALID : Verdict.UNKNOWN;
    }

    private static boolean before(Operation one, Operation other) {
        return one.invocation().index() < other.invocation().index();
    }

    private static boolean has(Operation read, Object element) {
        return ((Collection<?>) read.output()).contains(element);
    }

    /**
     * A set.
     *
     * @param loss one of so many adds is forgotten, when not 0
     * @param delay one of so many reads answers what was there some adds ago, when not 0
     */
    private static History history(long seed, int steps, int loss, int delay) {
        Simulation simulation = new Simulation(seed, 3);
        List<Object> elements = new ArrayList<>();
        long[] next = {0};
        simulation.run(steps, process -> {
            if (simulation.random.nextBoolean()) {
                return new Simulation.Call("read", null, () -> {
                    boolean late = delay > 0 && simulation.random.nextInt(delay) == 0;
                    return new ArrayList<>(elements.subList(0, Math.max(0, elements.size() - (late ? 2 : 0))));
                });
            }
            long element = next[0]++;
            return new Simulation.Call("add", element, () -> {
                if (loss == 0 || simulation.random.nextInt(loss) > 0) {
                    elements.add(element);
                }
                return element;
            });
        });
        return simulation
                .alone(9, new Simulation.Call("read", null, () -> elements))
                .history();
    }

    private static Script added(Script script, int process, Object element) {
        return script.invoke(process, "add", element).ok(process, "add", element);
    }

    private static Script read(Script script, int process, Object... elements) {
        return script.invoke(process, "read", null).ok(process, "read", List.of(elements));
    }
}
