package dev.faultline.checkers.workload;

import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.history.Script;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CounterTest {
    private static final Checker COUNTER = Workloads.counter();

    @Test
    void pendingAddsCountEitherWay() {
        Script script = new Script().invoke(0, "add", 5L).info(0, "add", 5L);
        Checks.valid(COUNTER, read(read(script, 1, 0L), 1, 5L));
    }

    @Test
    void readBelowWhatWasAcknowledgedIsTold() {
        Script script = new Script().invoke(0, "add", 5L).ok(0, "add", 5L);
        Checks.invalid(
                COUNTER,
                read(script, 1, 4L),
                "below",
                "The read of process 1 on n2 (event 3) answered 4, but between its invocation and its completion the"
                        + " counter was between 5 and 5.",
                2,
                3);
    }

    @Test
    void failedAddsDoNotCount() {
        Script script = new Script().invoke(0, "add", 5L).fail(0, "add", 5L);
        Checks.invalid(COUNTER, read(script, 1, 5L), "above", "between 0 and 0", 2, 3);
    }

    @Test
    void negativeAddsCountOnTheOtherSide() {
        Script script = new Script().invoke(0, "add", -5L);
        Checks.valid(COUNTER, read(read(script, 1, 0L), 1, -5L));
        Script acknowledged = new Script().invoke(0, "add", -5L).ok(0, "add", -5L);
        Checks.invalid(COUNTER, read(acknowledged, 1, 0L), "above", "between -5 and -5", 2, 3);
    }

    @Test
    void addsOneAfterAnotherWithinAReadDoNotCountWithoutEachOther() {
        Script script =
                new Script().invoke(1, "read", null).invoke(0, "add", 5L).ok(0, "add", 5L);
        script.invoke(0, "add", -5L).ok(0, "add", -5L).ok(1, "read", -5L);
        Checks.invalid(COUNTER, script, "below", "between 0 and 5", 0, 5);
    }

    @Test
    void withoutReadsNothingIsKnown() {
        Checks.unknown(COUNTER, new Script().invoke(0, "add", 1L), "No :read ended :ok");
    }

    @Test
    void otherShapesAreRefused() {
        Checks.malformed(COUNTER, new Script().invoke(0, "add", "1"), "Event 0: :add has the value 1");
        Checks.malformed(COUNTER, read(new Script(), 0, null), "Event 1: :read has the value null");
        Script huge = new Script().invoke(0, "add", Long.MAX_VALUE).invoke(1, "add", 1L);
        Checks.malformed(COUNTER, huge, "fits into 64 bits");
    }

    @Test
    void correctCountersAreValid() {
        Checks.holds(COUNTER, seed -> history(seed, 200, 9, false));
    }

    @Test
    void countersThatLoseAddsAreNot() {
        Checks.breaks(COUNTER, seed -> history(seed, 300, 9, true));
    }

    /** With steps of one, every number between two sums of pending adds is a sum too, so the range is exact. */
    @Test
    void agreesWithEverySumOfPendingAdds() {
        Checks.agrees(COUNTER, seed -> history(seed, 40, 1, true), CounterTest::oracle);
    }

    private static Verdict oracle(History history) {
        List<Operation> reads = history.operations().stream()
                .filter(operation -> operation.f().equals("read") && operation.isOk())
                .toList();
        if (reads.isEmpty()) {
            return Verdict.UNKNOWN;
        }
        return reads.stream().allMatch(read -> possible(history, read)) ? Verdict.VALID : Verdict.INVALID;
    }

    private static boolean possible(History history, Operation read) {
        for (int now = read.invocation().index(); now < read.completion().index(); now++) {
            int moment = now;
            List<Operation> begun = history.operations().stream()
                    .filter(add -> add.f().equals("add") && add.outcome() != EventType.FAIL)
                    .filter(add -> add.invocation().index() <= moment)
                    .toList();
            if (reachable(begun, 0, moment, (Long) read.output())) {
                return true;
            }
        }
        return false;
    }

    private static boolean reachable(List<Operation> adds, int from, int moment, long rest) {
        if (from == adds.size()) {
            return rest == 0;
        }
        Operation add = adds.get(from);
        Event completion = add.completion();
        boolean must = add.isOk() && completion.index() <= moment;
        return reachable(adds, from + 1, moment, rest - (Long) add.input())
                || (!must && reachable(adds, from + 1, moment, rest));
    }

    private static History history(long seed, int steps, int largest, boolean forgetful) {
        Simulation simulation = new Simulation(seed, 3);
        AtomicLong counter = new AtomicLong();
        return simulation
                .run(steps, process -> {
                    long amount =
                            (1 + simulation.random.nextInt(largest)) * (simulation.random.nextInt(3) == 0 ? -1L : 1L);
                    return simulation.random.nextBoolean()
                            ? new Simulation.Call("read", null, counter::get)
                            : new Simulation.Call("add", amount, () -> {
                                counter.addAndGet(forgetful && simulation.random.nextInt(8) == 0 ? 0 : amount);
                                return amount;
                            });
                })
                .history();
    }

    private static Script read(Script script, int process, Object value) {
        return script.invoke(process, "read", null).ok(process, "read", value);
    }
}
