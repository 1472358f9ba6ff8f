package dev.faultline.checkers.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.history.Script;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TotalQueueTest {
    private static final Checker QUEUE = Workloads.totalQueue();
    private static final Checker LENIENT = Workloads.totalQueueAtLeastOnce();

    @Test
    void whatGoesInAndComesOutOnceIsValid() {
        Script script = taken(enqueued(enqueued(new Script(), 0, 1L), 0, 2L), 1, 2L);
        Checks.valid(QUEUE, drained(script, 1, 1L));
    }

    @Test
    void lostElementIsTold() {
        Script script = enqueued(enqueued(new Script(), 0, 1L), 0, 2L);
        Checks.invalid(
                QUEUE,
                drained(script, 1, 1L),
                "lost",
                "The element 2, acknowledged to process 0 on n1 (event 3), never came out, although the drain of process 1"
                        + " on n2 (event 5) later found the queue empty.",
                3,
                4,
                5);
    }

    @Test
    void undrainedElementsAreUnknown() {
        Script script = enqueued(new Script(), 0, 1L);
        Checks.unknown(QUEUE, script, "1 acknowledged elements did not come out and may still be in the queue");
        Script failed = script.invoke(1, "dequeue", null).add(EventType.FAIL, 1, "dequeue", null, "timeout");
        Checks.unknown(QUEUE, failed, "may still be in the queue");
        Script other = drained(new Script().invoke(0, "enqueue", 1L), 1).ok(0, "enqueue", 1L);
        Checks.unknown(QUEUE, other, "may still be in the queue");
    }

    @Test
    void emptyDequeuesDrainToo() {
        Script nil = taken(enqueued(new Script(), 0, 1L), 1, null);
        Checks.invalid(QUEUE, nil, "lost", "the dequeue of process 1 on n2 (event 3) later found", 1, 2, 3);
        Script failed = enqueued(new Script(), 0, 1L).invoke(1, "dequeue", null);
        failed.add(EventType.FAIL, 1, "dequeue", null, new Keyword("empty"));
        Checks.invalid(QUEUE, failed, "lost", "The element 1", 1, 2, 3);
    }

    @Test
    void dequeuesOfUnknownOutcomeMayHaveTakenSome() {
        Script script = enqueued(enqueued(new Script(), 0, 1L), 0, 2L).invoke(2, "dequeue", null);
        script.info(2, "dequeue", null);
        Checks.invalid(QUEUE, drained(script, 1), "lost", "can have taken only 1 such.", 1, 6, 7);
        Script one = taken(script, 1, 2L);
        Checks.unknown(QUEUE, one, "1 acknowledged elements never came out, but 1 dequeues of unknown outcome");
        Script drain = enqueued(new Script(), 0, 1L).invoke(2, "drain", null).info(2, "drain", null);
        Checks.unknown(QUEUE, drained(drain, 1), "a drain of unknown outcome may have taken them");
    }

    @Test
    void unexpectedElementIsTold() {
        Checks.invalid(
                QUEUE,
                enqueued(taken(new Script(), 1, 5L), 0, 5L),
                "unexpected",
                "The element 5 came out to process 1 on n2 (event 1) before anyone enqueued it.",
                1);
        Script failed = new Script().invoke(0, "enqueue", 5L).fail(0, "enqueue", 5L);
        Checks.invalid(QUEUE, taken(failed, 1, 5L), "unexpected", "although its enqueue failed", 1, 3);
    }

    @Test
    void duplicateIsInvalidUnlessDeliveryIsAtLeastOnce() {
        Script script = taken(taken(enqueued(new Script(), 0, 5L), 1, 5L), 2, 5L);
        Checks.invalid(
                QUEUE,
                script,
                "duplicated",
                "The element 5, enqueued once, came out to process 1 on n2 (event 3) and once too often to process 2 on n3"
                        + " (event 5).",
                3,
                5);
        Checks.valid(LENIENT, script);
        assertThat(Checks.check(LENIENT, script).details()).containsEntry("duplicates", 1L);
    }

    @Test
    void recoveredElementsAreCounted() {
        Script script = new Script().invoke(0, "enqueue", 5L).info(0, "enqueue", 5L);
        Checks.valid(QUEUE, taken(script, 1, 5L));
        assertThat(Checks.check(QUEUE, script).details()).containsEntry("recovered", 1L);
    }

    @Test
    void otherShapesAreRefused() {
        Checks.malformed(QUEUE, new Script().invoke(0, "enqueue", null), "an element");
        Checks.malformed(QUEUE, new Script().invoke(0, "drain", null).ok(0, "drain", 1L), "a collection of elements");
        Checks.unknown(QUEUE, new Script(), "Nothing was acknowledged");
    }

    @Test
    void correctQueuesAreValid() {
        Checks.holds(QUEUE, seed -> history(seed, 40, 0, 0));
    }

    @Test
    void queuesThatLoseOrRepeatAreNot() {
        Checks.breaks(QUEUE, seed -> history(seed, 400, 3, 0));
        Checks.breaks(QUEUE, seed -> history(seed, 400, 0, 5));
    }

    @Test
    void agreesWithThePlainDefinition() {
        Checks.agrees(QUEUE, seed -> history(seed, 30, 8, 8), history -> oracle(history, true));
        Checks.agrees(LENIENT, seed -> history(seed, 30, 5, 8), history -> oracle(history, false));
    }

    /** The elements differ, so that each has one enqueue. */
    private static Verdict oracle(History history, boolean exactlyOnce) {
        List<Object> out = new ArrayList<>();
        int emptied = -1;
        int perhaps = 0;
        for (Operation operation : history.operations()) {
            if (operation.f().equals("drain")) {
                out.addAll((List<?>) operation.output());
                emptied = Math.max(emptied, operation.invocation().index());
            } else if (operation.f().equals("dequeue") && operation.isOk()) {
                out.add(operation.output());
                emptied = operation.output() == null ? operation.invocation().index() : emptied;
            } else if (operation.f().equals("dequeue") && operation.isPending()) {
                perhaps++;
            }
        }
        out.removeIf(element -> element == null);
        Set<Object> different = new HashSet<>(out);
        boolean nothing = out.isEmpty();
        int missing = 0;
        int lost = 0;
        for (Operation enqueue : history.operations()) {
            nothing &= !(enqueue.f().equals("enqueue") && enqueue.isOk());
            if (enqueue.f().equals("enqueue") && enqueue.isOk() && !different.contains(enqueue.input())) {
                missing++;
                lost += enqueue.completion().index() < emptied ? 1 : 0;
            }
        }
        boolean repeated = exactlyOnce && different.size() < out.size();
        if (repeated || lost > perhaps) {
            return Verdict.INVALID;
        }
        return missing > 0 || nothing ? Verdict.UNKNOWN : Verdict.VALID;
    }

    /**
     * A queue, drained at the end.
     *
     * @param loss one of so many enqueues is forgotten, when not 0
     * @param repeat one of so many dequeues leaves its element, when not 0
     */
    private static History history(long seed, int steps, int loss, int repeat) {
        Simulation simulation = new Simulation(seed, 3);
        Deque<Object> queue = new ArrayDeque<>();
        long[] next = {0};
        simulation.run(steps, process -> {
            if (simulation.random.nextBoolean()) {
                return new Simulation.Call("dequeue", null, () -> {
                    boolean again = repeat > 0 && simulation.random.nextInt(repeat) == 0;
                    return again ? queue.peek() : queue.poll();
                });
            }
            long element = next[0]++;
            return new Simulation.Call("enqueue", element, () -> {
                if (loss == 0 || simulation.random.nextInt(loss) > 0) {
                    queue.add(element);
                }
                return element;
            });
        });
        return simulation
                .alone(9, new Simulation.Call("drain", null, () -> new ArrayList<>(queue)))
                .history();
    }

    private static Script enqueued(Script script, int process, Object element) {
        return script.invoke(process, "enqueue", element).ok(process, "enqueue", element);
    }

    private static Script taken(Script script, int process, Object element) {
        return script.invoke(process, "dequeue", null).ok(process, "dequeue", element);
    }

    private static Script drained(Script script, int process, Object... elements) {
        return script.invoke(process, "drain", null).ok(process, "drain", List.of(elements));
    }
}
