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
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinearizabilityTest {

    @Test
    void staleReadIsInvalidAndTold() {
        CheckResult result = check("register", staleRead());
        assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(result.explanation())
                .isEqualTo(
                        "Process 1's :read -> 1 (event 6) has no place: every order of the operations fails by event 7."
                                + " Where it was tried, the register holds 2.");
        assertThat(result.details())
                .containsEntry("blocked", 6)
                .containsEntry("partialLinearization", List.of(0, 2, 4))
                .containsEntry("states", List.of("the register holds 2"));
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
        CheckResult result =
                Linearizability.of(Models.register()).check(staleRead(), new Budget(Duration.ofMinutes(1), 2));
        assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.explanation())
                .startsWith("Gave up at the limit of 2 configurations after placing 2 of 4 operations");
    }

    @Test
    void givesUpAtTheTimeLimit() {
        CheckResult result =
                Linearizability.of(Models.register()).check(sequential(10), new Budget(Duration.ZERO, 1_000));
        assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.explanation()).startsWith("Gave up at the time limit of 0 ms");
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
