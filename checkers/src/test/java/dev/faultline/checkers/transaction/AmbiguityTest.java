package dev.faultline.checkers.transaction;

import static dev.faultline.checkers.history.Script.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories in which a read does not tell whose write it saw, or what it saw at all. */
class AmbiguityTest {

    static List<Story> legalWhoeverWroteWhat() {
        return List.of(
                new Story().begin(0, "r x 1, w x 1").run(1, "w x 1").end(0),
                new Story().run(0, "w x 1, w x 2").run(1, "w x 1").run(2, "r x 1"),
                new Story().run(0, "w x 1, w x 2, w x 1").run(1, "r x 1"),
                new Story()
                        .run(0, "w x 1")
                        .run(1, "r x 1, w x 2")
                        .run(0, "w x 1")
                        .run(1, "r x 1, w x 3"),
                new Story().run(0, "append x 1").run(1, "append x 1").run(2, "r x [1 1]"),
                new Story().run(0, "append x 1, append x 1").run(1, "r x [1 1]"),
                new Story()
                        .begin(0, "append x 1, append x 2")
                        .run(1, "append x 1")
                        .run(2, "r x [1]")
                        .end(0));
    }

    @ParameterizedTest
    @MethodSource("legalWhoeverWroteWhat")
    void valuesWrittenTwiceLeaveItOpen(Story story) {
        Judgement judgement = Judgement.of(story);
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judgement.explanation()).contains("was written twice").contains("Write every value once");
    }

    @Test
    void whatNobodyWroteIsWrongAllTheSame() {
        Judgement judgement =
                Judgement.of(new Story().run(0, "w x 1").run(1, "w x 1").run(2, "r x 9"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.anomalies()).containsExactly("garbage-read");
    }

    @Test
    void aFailedAttemptDoesNotCountBesideAnother() {
        assertThat(Judgement.of(new Story()
                                .begin(0, "w x 1")
                                .fail(0)
                                .run(1, "w x 1")
                                .run(2, "r x 1"))
                        .verdict())
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void nilIsNoValueToWriteOrFindInAList() {
        refuses(
                Isolation.ofRegister(Level.CAUSAL),
                new Script().invoke(0, "write", null).ok(0, "write", null).history(),
                "writes nil");
        refuses(
                Isolation.of(Level.CAUSAL),
                new Script()
                        .invoke(0, "txn", List.of(tuple(new Keyword("r"), "x", null)))
                        .ok(0, "txn", List.of(tuple(new Keyword("r"), "x", tuple(1L, null))))
                        .history(),
                "nil cannot have been appended");
    }

    @Test
    void aKeyedRegisterNeedsItsKey() {
        refuses(
                Isolation.ofRegisters(Level.CAUSAL),
                new Script()
                        .invoke(0, "read", List.of())
                        .ok(0, "read", List.of())
                        .history(),
                "[key value] is expected");
    }

    @Test
    void aCycleIsToldOnce() {
        Judgement twoInARow = Judgement.of(new Story()
                .begin(1, "r a nil, r b [1]")
                .begin(2, "append a 1, append b 1, r c nil, r d [1]")
                .begin(3, "append c 1, append d 1")
                .end(1)
                .end(2)
                .end(3));
        assertThat(twoInARow.anomalies()).contains("G-single").doesNotContain("G2-item", "G-nonadjacent");
        Judgement skew = Judgement.of(new Story()
                .begin(0, "append x 1, append y 1")
                .begin(1, "r y nil, r x [1]")
                .end(0)
                .end(1));
        assertThat(skew.anomalies()).contains("G-single").doesNotContain("G2-item", "G-nonadjacent");
    }

    private static void refuses(Checker checker, History history, String problem) {
        assertThatThrownBy(() -> checker.check(history, Budget.standard()))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("Transactions cannot be judged from it")
                .hasMessageContaining("Record");
    }
}
