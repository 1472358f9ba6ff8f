package dev.faultline.checkers.linearizability;

import static dev.faultline.checkers.history.Script.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Script;
import dev.faultline.checkers.model.Models;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearizabilityTest {

    @Test
    void staleReadIsInvalidAndTold() {
        CheckResult result = Linearizability.bySearch(Models.register()).check(staleRead(), Budget.standard());
        assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(result.explanation())
                .isEqualTo(
                        "Process 1's :read -> 1 (event 6) has no place: every order of the operations fails by event 7."
                                + " After everything that completed earlier, the register holds 2, so :read -> 1 cannot be"
                                + " next, and no other operation is open that could go first.");
        assertThat(result.details())
                .containsEntry("blocked", 6)
                .containsEntry("partialLinearization", List.of(0, 2, 4))
                .containsEntry("prefix", 7)
                .hasEntrySatisfying(
                        "attempts", attempts -> assertThat((List<?>) attempts).hasSize(1));
    }

    @Test
    void monitorNamesTheContradictionAndWhatWasTried() {
        CheckResult result = check("register", staleRead());
        assertThat(result.explanation())
                .isEqualTo(
                        "The value 1 was there by event 1, when process 0's write of it returned, and still at event 6,"
                                + " when process 1's read of it began. But the value 2 came and went between event 4 and event 5."
                                + " The register holds one value at a time.");
        assertThat(result.details())
                .containsEntry("blocked", 6)
                .containsEntry("prefix", 7)
                .containsEntry("partialLinearization", List.of(0, 4))
                .hasEntrySatisfying(
                        "attempts", attempts -> assertThat((List<?>) attempts).hasSize(1));
    }

    @Test
    void evidenceLeavesOutWhatDoesNotMatter() {
        assertThat(check("register", staleRead()).evidence())
                .extracting(Event::index)
                .containsExactly(0, 1, 4, 5, 6, 7);
    }

    @Test
    void evidenceOfAValueNobodyWroteIsItsRead() {
        History history = new Script()
                .invoke(0, "write", 1L)
                .ok(0, "write", 1L)
                .invoke(1, "read", null)
                .ok(1, "read", 9L)
                .history();
        assertThat(check("register", history).evidence())
                .extracting(Event::index)
                .containsExactly(2, 3);
    }

    @Test
    void evidenceOfALongHistoryStaysSmall() {
        Script script = new Script();
        for (long value = 0; value < 500; value++) {
            script.invoke(0, "write", value).ok(0, "write", value);
        }
        script.invoke(1, "read", null).ok(1, "read", 300L);
        assertThat(check("register", script.history()).evidence()).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void refusedComparisonConstrainsTheState() {
        Script script = new Script().invoke(0, "write", 1L).ok(0, "write", 1L).invoke(0, "cas", tuple(1L, 2L));
        assertThat(check("cas-register", script.fail(0, "cas", tuple(1L, 2L)).history())
                        .isInvalid())
                .isTrue();
    }

    @Test
    void comparisonThatFailedForAnotherReasonConstrainsNothing() {
        Script script = new Script().invoke(0, "write", 1L).ok(0, "write", 1L).invoke(0, "cas", tuple(1L, 2L));
        script.add(EventType.FAIL, 0, "cas", tuple(1L, 2L), new Keyword("connection-refused"));
        assertThat(check("cas-register", script.history()).isValid()).isTrue();
    }

    @Test
    void givesUpAtTheLimitOfConfigurations() {
        CheckResult result = Linearizability.bySearch(Models.register())
                .check(concurrentWrites(), new Budget(Duration.ofMinutes(1), 2));
        assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.explanation())
                .startsWith(
                        "Gave up at the limit of 2 configurations after placing the first 0 of 4 completed operations");
    }

    @Test
    void givesUpAtTheTimeLimit() {
        CheckResult result = Linearizability.bySearch(Models.register())
                .check(sequential(10_000), new Budget(Duration.ZERO, 1_000_000));
        assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.explanation()).startsWith("Gave up at the time limit of 0 ms");
    }

    /** Four writes that overlap, and a read of what nobody wrote. */
    private static History concurrentWrites() {
        Script script = new Script();
        for (int process = 0; process < 4; process++) {
            script.invoke(process, "write", (long) process);
        }
        for (int process = 0; process < 4; process++) {
            script.ok(process, "write", (long) process);
        }
        return script.history();
    }

    @Test
    void thousandsOfEqualPendingOperationsCountOnlyByTheirNumber() {
        Script script = new Script();
        for (int process = 1; process <= 2_000; process++) {
            script.invoke(process, "write", process % 5L);
        }
        for (int round = 0; round < 2_000; round++) {
            script.invoke(0, "read", null).ok(0, "read", round % 5L);
        }
        assertThat(check("register", script.history()).isValid()).isTrue();
        script.invoke(0, "read", null).ok(0, "read", 1L).invoke(0, "read", null).ok(0, "read", 0L);
        assertThat(check("register", script.history()).isInvalid()).isTrue();
    }

    @Test
    void memoryOfTheLayersDoesNotGrowWithTheHistory() {
        CheckResult result = Linearizability.bySearch(Models.register())
                .check(refuted(concurrent(20_000, 5)), new Budget(Duration.ofMinutes(1), 5_000));
        assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
    }

    /** With a read of what nobody wrote at its end. */
    private static History refuted(History history) {
        List<Event> events = new ArrayList<>(history.events());
        int size = events.size();
        events.add(new Event(size, size, EventType.INVOKE, 1_000_000, "read", null, null, null));
        events.add(new Event(size + 1, size + 1, EventType.OK, 1_000_000, "read", 99L, null, null));
        return History.of(events);
    }

    @Test
    void violationInOnePartitionOutweighsGivingUpInAnother() {
        Script script = new Script();
        for (int process = 0; process < 4; process++) {
            script.invoke(process, "write", tuple("wide", (long) process));
        }
        for (int process = 0; process < 4; process++) {
            script.ok(process, "write", tuple("wide", (long) process));
        }
        script.invoke(0, "read", tuple("narrow", null)).ok(0, "read", tuple("narrow", 1L));
        CheckResult result =
                Linearizability.of(Models.keyValue()).check(script.history(), new Budget(Duration.ofMinutes(1), 2));
        assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void aHundredThousandOperationsDoNotOverflowTheStack() {
        assertThat(check("register", sequential(100_000)).isValid()).isTrue();
    }

    @Test
    void aHundredThousandConcurrentOperationsWithPendingOnesFit() {
        assertThat(check("register", concurrent(100_000, 5)).isValid()).isTrue();
    }

    @Test
    void operationsThatTheModelDoesNotHaveAreRefused() {
        History history = new Script().invoke(0, "pop", 1L).ok(0, "pop", 1L).history();
        assertThatThrownBy(() -> check("register", history))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageStartingWith("Event 0: the model register has no operation :pop, only read, write.");
    }

    private static CheckResult check(String model, History history) {
        return Linearizability.of(Models.byName(model)).check(history, Budget.standard());
    }

    private static History staleRead() {
        return new Script()
                .invoke(0, "write", 1L)
                .ok(0, "write", 1L)
                .invoke(1, "read", null)
                .ok(1, "read", 1L)
                .invoke(0, "write", 2L)
                .ok(0, "write", 2L)
                .invoke(1, "read", null)
                .ok(1, "read", 1L)
                .history();
    }

    private static History sequential(int operations) {
        Script script = new Script();
        for (long i = 0; i < operations / 2; i++) {
            script.invoke(0, "write", i).ok(0, "write", i);
            script.invoke(1, "read", null).ok(1, "read", i);
        }
        return script.history();
    }

    /** Rounds in which every process has an operation open; one write in a hundred is never answered. */
    private static History concurrent(int operations, int processes) {
        Script script = new Script();
        Random random = new Random(1);
        Long register = null;
        for (int round = 0; round < operations / processes; round++) {
            Long[] written = new Long[processes];
            for (int process = 0; process < processes; process++) {
                written[process] = random.nextBoolean() ? null : (Long) (long) random.nextInt(5);
                script.invoke(process, written[process] == null ? "read" : "write", written[process]);
            }
            for (int process = processes - 1; process >= 0; process--) {
                if (written[process] == null) {
                    script.ok(process, "read", register);
                } else if (random.nextInt(100) == 0) {
                    script.info(process, "write", null);
                } else {
                    register = written[process];
                    script.ok(process, "write", null);
                }
            }
        }
        return script.history();
    }
}
