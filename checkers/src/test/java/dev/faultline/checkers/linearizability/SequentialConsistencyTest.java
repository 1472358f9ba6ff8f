package dev.faultline.checkers.linearizability;

import static dev.faultline.checkers.history.Script.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Script;
import dev.faultline.checkers.model.Models;
import dev.faultline.checkers.sequential.SequentialConsistency;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SequentialConsistencyTest {
    private static final int HISTORIES = Integer.getInteger("faultline.oracle.histories", 2_000);

    @ParameterizedTest
    @EnumSource
    void agreesWithEveryInterleavingTried(Toy toy) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (long seed = 0; seed < HISTORIES; seed++) {
            History history = RandomHistories.of(toy, seed);
            Verdict verdict = checker(toy.model).decide(history, Budget.standard());
            assertThat(verdict)
                    .as("%s, seed %s: %s", toy, seed, history.events())
                    .isEqualTo(new Oracle(toy, history).isSequential() ? Verdict.VALID : Verdict.INVALID);
            verdicts.merge(verdict, 1, Integer::sum);
        }
        assertThat(verdicts.get(Verdict.VALID)).isBetween(HISTORIES / 20, HISTORIES * 99 / 100);
    }

    @Test
    void staleReadByAnotherProcessIsSequential() {
        assertThat(checker("register").check(staleRead(1), Budget.standard()).verdict())
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void staleReadByTheWriterIsNot() {
        CheckResult result = checker("register").check(staleRead(0), Budget.standard());
        assertThat(result.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(result.explanation())
                .isEqualTo("No order that keeps the order of each process has more than 2 of 3 operations. After these,"
                        + " the register holds 2, and none of the next ones fits: process 0's :read -> 1"
                        + " (event 4).");
        assertThat(result.details()).containsEntry("blocked", List.of(4)).containsEntry("partialOrder", List.of(0, 2));
    }

    /** Each key alone is sequentially consistent, both together are not (Herlihy and Wing, 1990, section 3.3). */
    @Test
    void keysAreNotJudgedOneByOne() {
        History history = new Script()
                .invoke(0, "write", tuple("x", 1L))
                .ok(0, "write", tuple("x", 1L))
                .invoke(1, "write", tuple("y", 1L))
                .ok(1, "write", tuple("y", 1L))
                .invoke(0, "read", tuple("y", null))
                .ok(0, "read", tuple("y", null))
                .invoke(1, "read", tuple("x", null))
                .ok(1, "read", tuple("x", null))
                .history();
        assertThat(checker("kv").check(history, Budget.standard()).verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void givesUpWithTheReason() {
        CheckResult result = checker("register").check(staleRead(1), new Budget(Duration.ofMinutes(1), 1));
        assertThat(result.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.explanation()).startsWith("Gave up after").contains("of 3 operations in an order");
    }

    private static History staleRead(int reader) {
        return new Script()
                .invoke(0, "write", 1L)
                .ok(0, "write", 1L)
                .invoke(0, "write", 2L)
                .ok(0, "write", 2L)
                .invoke(reader, "read", null)
                .ok(reader, "read", 1L)
                .history();
    }

    private static Checker checker(String model) {
        return SequentialConsistency.of(Models.byName(model));
    }
}
