package dev.faultline.checkers.monitor;

import static dev.faultline.checkers.history.Script.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Script;
import dev.faultline.checkers.model.Models;
import org.junit.jupiter.api.Test;

/** What the monitors of containers say. */
class MonitorWordsTest {

    @Test
    void elementMissed() {
        Script script = done(done(new Script(), 0, "add", 7L, 7L), 1, "contains", 7L, tuple(7L, false));
        CheckResult result = check("set", done(script, 2, "remove", 7L, tuple(7L, true)));
        assertThat(result.details()).containsEntry("pattern", "element missed");
        assertThat(result.explanation())
                .isEqualTo(
                        "Process 1 did not find 7 in the set (events 2 to 3), yet it was there when process 0's add of it"
                                + " returned (event 1), and was there until process 2's remove of it began (event 4).");
    }

    @Test
    void elementMissedThoughARemovalThatNeverReturnedBeganLater() {
        Script script = done(done(new Script(), 0, "add", 7L, 7L), 1, "contains", 7L, tuple(7L, false));
        CheckResult result = check("set", script.invoke(2, "remove", 7L));
        assertThat(result.explanation()).endsWith("was there until process 2's remove of it began (event 4).");
        assertThat(result.evidence()).hasSize(5);
    }

    @Test
    void elementFoundAfterItsRemoval() {
        Script script = done(done(new Script(), 0, "add", 7L, 7L), 1, "remove", 7L, tuple(7L, true));
        CheckResult result = check("set", done(script, 2, "contains", 7L, tuple(7L, true)));
        assertThat(result.explanation())
                .isEqualTo(
                        "Process 2 found 7 in the set (event 5) though process 1 had removed it (event 3) before it began to"
                                + " look (event 4), and it was added only once.");
    }

    @Test
    void setsThatAreReadAsAWholeOrGetAnElementTwiceAreLeftToTheSearch() {
        Script twice = done(done(new Script(), 0, "add", 7L, 7L), 0, "add", 7L, 7L);
        Script read = done(new Script(), 0, "read", null, tuple());
        assertThat(monitor("set").decide(twice.history())).isEmpty();
        assertThat(monitor("set").decide(read.history())).isEmpty();
    }

    @Test
    void valueFromUnderAnother() {
        Script script = done(done(new Script(), 0, "push", 1L, 1L), 1, "push", 2L, 2L);
        CheckResult result = check("stack", done(script, 0, "pop", null, 1L));
        assertThat(result.details()).containsEntry("pattern", "value from under another");
        assertThat(result.explanation())
                .isEqualTo(
                        "1 was on the stack (event 1) before anybody began to push 2 (event 2), and 2 was on top of it"
                                + " (event 3) before anybody began to take 1 (event 4). Yet 1 was out (event 5) though nobody took 2.");
    }

    @Test
    void popsThatNeverReturnedArePartOfTheEvidenceWhenTheyCameTooLate() {
        Script script = done(done(new Script(), 0, "push", 1L, 1L), 1, "push", 2L, 2L);
        Script late = done(script, 0, "pop", null, 1L).invoke(3, "pop", null);
        CheckResult result = check("stack", late);
        assertThat(result.explanation()).endsWith("No pop that never returned began early enough to have made room.");
        assertThat(result.evidence()).hasSize(7);
    }

    @Test
    void onePopThatNeverReturnedCannotHaveTakenTwo() {
        Script script = new Script().invoke(9, "pop", null);
        done(done(done(script, 0, "push", 1L, 1L), 1, "push", 2L, 2L), 2, "push", 3L, 3L);
        CheckResult result = check("stack", done(script, 0, "pop", null, 1L));
        assertThat(result.details()).containsEntry("pattern", "value in the way");
        assertThat(result.explanation())
                .isEqualTo(
                        "3 was inside (event 6) and in the way of the operation of process 0 that began at event 7, yet"
                                + " nobody took it. Of the operations that never returned only 1 had begun, but 2 values had to be"
                                + " gone.");
    }

    /** Any two of the three have an order: the second may be below the first, the third below the second. */
    @Test
    void noneOfThreeAtTheBottom() {
        Script script = new Script().invoke(1, "push", 1L).invoke(2, "push", 2L).ok(1, "push", 1L);
        script.invoke(3, "push", 3L).ok(2, "push", 2L).invoke(1, "pop", null).ok(3, "push", 3L);
        done(done(script.ok(1, "pop", 1L), 2, "pop", null, 2L), 3, "pop", null, 3L);
        CheckResult result = check("stack", script);
        assertThat(result.details()).containsEntry("pattern", "no value at the bottom");
        assertThat(result.explanation())
                .startsWith(
                        "The stack was never empty from event 2 until event 10: 1, then 2, then 3 was surely inside.");
        assertThat(result.evidence()).hasSize(12);
    }

    @Test
    void valueBeforeALesserOne() {
        Script script = done(done(new Script(), 0, "insert", 5L, 5L), 1, "insert", 3L, 3L);
        CheckResult result = check("priority-queue", done(script, 0, "extract-min", null, 5L));
        assertThat(result.explanation())
                .isEqualTo(
                        "Process 0 extracted 5 (event 5), yet something less was surely inside all the time since event 4: 3.");
    }

    @Test
    void ofManyValuesAFewAreNamed() {
        Script script = new Script().invoke(99, "insert", 100L).ok(99, "insert", 100L);
        done(script, 0, "insert", 0L, 0L).invoke(99, "extract-min", null);
        for (long value = 1; value < 20; value++) {
            done(script, 0, "insert", value, value);
            done(script, 0, "extract-min", null, value - 1);
        }
        CheckResult result = check("priority-queue", script.ok(99, "extract-min", 100L));
        assertThat(result.explanation()).endsWith(": 0, then 1, then 2, then 3, then 4, then 14 others, then 19.");
    }

    @Test
    void whatIsNotAnIntegerIsLeftToTheModel() {
        History words = done(new Script(), 0, "insert", "five", "five").history();
        assertThat(monitor("priority-queue").decide(words)).isEmpty();
    }

    private static Script done(Script script, int process, String f, Object input, Object output) {
        return script.invoke(process, f, input).ok(process, f, output);
    }

    private static CheckResult check(String model, Script script) {
        CheckResult result = monitor(model).check(script.history()).orElseThrow();
        assertThat(result.isInvalid()).isTrue();
        return result;
    }

    private static Monitor monitor(String model) {
        return Monitors.of(Models.byName(model)).orElseThrow();
    }
}
