package dev.faultline.checkers.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IsolationTest {
    private static final List<Object> APPEND = access("append", "x", 1L);

    @ParameterizedTest
    @EnumSource
    void anEmptyHistoryKeepsEveryLevel(Level level) {
        History empty = History.of(List.of());
        assertThat(verdict(Isolation.of(level), empty)).isEqualTo(Verdict.VALID);
        assertThat(verdict(Isolation.ofRegister(level), empty)).isEqualTo(Verdict.VALID);
        assertThat(verdict(Isolation.ofRegisters(level), empty)).isEqualTo(Verdict.VALID);
    }

    @Test
    void aTransactionMayBeEmpty() {
        Script script = new Script().invoke(0, "txn", List.of()).ok(0, "txn", List.of());
        assertThat(verdict(Isolation.of(Level.STRICT_SERIALIZABLE), script.history()))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void aValidHistoryTellsLevelAndSize() {
        CheckResult result =
                Judgement.of(new Story().run(0, "append x 1").run(1, "r x [1]")).result();
        assertThat(result.explanation()).isEmpty();
        assertThat(result.details())
                .containsEntry("level", "strict-serializable")
                .containsEntry("transactions", 2);
    }

    @Test
    void anInvalidHistoryTellsTheVerdictOnEveryLevel() {
        CheckResult result =
                Judgement.of(new Story().run(0, "append x 1").run(1, "r x nil")).result();
        assertThat(result.details().get("levels").toString())
                .startsWith("{read-uncommitted=VALID, read-committed=VALID")
                .contains("strong-snapshot-isolation=INVALID")
                .endsWith("strict-serializable=INVALID}");
    }

    @Test
    void aRegisterValueWrittenTwiceIsNotJudged() {
        Judgement judgement =
                Judgement.of(new Story().run(0, "w x 1").run(1, "w x 1").run(2, "r x 1"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judgement.explanation())
                .isEqualTo("1 was written twice to the key \"x\", by process 0's transaction (event 0) and by process"
                        + " 1's transaction (event 2), so that a read of it does not tell whose write it saw. Write"
                        + " every value once.");
    }

    @Test
    void anElementAppendedTwiceIsNotJudged() {
        Judgement judgement = Judgement.of(
                new Story().run(0, "append x 1").run(1, "append x 1").run(2, "r x [1]"));
        assertThat(judgement.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judgement.explanation()).startsWith("1 was written twice to the key \"x\"");
    }

    @Test
    void theSameValueInTwoKeysIsNoTrouble() {
        assertThat(Judgement.of(new Story().run(0, "w x 1, w y 1").run(1, "r x 1, r y 1"))
                        .verdict())
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void anOperationMustBeATransaction() {
        malformed(new Script().invoke(0, "read", null).ok(0, "read", 1L), "is :read, where only :txn is expected");
    }

    @Test
    void aTransactionMustBeAList() {
        malformed(new Script().invoke(0, "txn", 7L), "has the value 7, where a list of accesses");
        malformed(new Script().invoke(0, "txn", null), "has the value null, where a list of accesses");
        malformed(txn(7L), "has the value 7, where a list of accesses");
    }

    @Test
    void anAccessMustBeKnown() {
        malformed(txn(access("cas", "x", 1L)), "has the access [:cas, x, 1], where :append, :w or :r is expected");
        malformed(txn(access("r")), "has the access [:r], where three items are expected");
        malformed(txn(access("r", "x", null, 3L)), "where three items are expected");
        malformed(txn(access()), "has the access [], where three items are expected");
    }

    @Test
    void listsAndRegistersAreNotMixed() {
        malformed(txn(APPEND, access("w", "x", 2L)), "has both :append and :w beside it in this history");
        malformed(txn(access("w", "x", 2L), APPEND), "has both :append and :w beside it in this history");
        malformed(txn(APPEND, access("r", "x", 1L)), "reads 1 where a list is expected");
        malformed(txn(access("w", "x", 2L), access("r", "x", List.of(1L))), "where a value that is no list is");
    }

    @Test
    void nilIsNotWritten() {
        String problem = "writes nil, which stands for what nobody has written";
        malformed(txn(access("w", "x", null)), problem);
        malformed(txn(APPEND, access("append", "x", null)), problem);
    }

    @Test
    void aReadOrWriteMustBeOne() {
        Script script = new Script().invoke(0, "cas", Script.tuple(1L, 2L)).ok(0, "cas", Script.tuple(1L, 2L));
        assertMalformed(
                Isolation.ofRegister(Level.SERIALIZABLE),
                script.history(),
                "is :cas, where only :read and :write are expected");
        assertMalformed(
                Isolation.ofRegisters(Level.SERIALIZABLE),
                new Script().invoke(0, "write", 1L).ok(0, "write", 1L).history(),
                "has the value 1, where");
    }

    @Test
    void aStaleReadOfARegisterIsSequentiallyConsistent() {
        History history = new Script()
                .invoke(0, "write", 1L)
                .ok(0, "write", 1L)
                .invoke(1, "read", null)
                .ok(1, "read", null)
                .invoke(1, "read", null)
                .ok(1, "read", 1L)
                .history();
        assertThat(verdict(Isolation.ofRegister(Level.STRONG_SESSION_SERIALIZABLE), history))
                .isEqualTo(Verdict.VALID);
        assertThat(verdict(Isolation.ofRegister(Level.STRICT_SERIALIZABLE), history))
                .isEqualTo(Verdict.INVALID);
    }

    @Test
    void twoRegistersAreSequentiallyConsistentTogetherOrNot() {
        Script crossed = new Script();
        writeAndRead(crossed, 0, "x", "y", 1L);
        writeAndRead(crossed, 1, "y", "x", null);
        assertThat(verdict(Isolation.ofRegisters(Level.STRONG_SESSION_SERIALIZABLE), crossed.history()))
                .isEqualTo(Verdict.VALID);
        assertThat(verdict(Isolation.ofRegisters(Level.STRICT_SERIALIZABLE), crossed.history()))
                .isEqualTo(Verdict.INVALID);

        Script dekker = new Script();
        writeAndRead(dekker, 0, "x", "y", null);
        writeAndRead(dekker, 1, "y", "x", null);
        assertThat(verdict(Isolation.ofRegisters(Level.STRONG_SESSION_SERIALIZABLE), dekker.history()))
                .isEqualTo(Verdict.INVALID);
        assertThat(verdict(Isolation.ofRegisters(Level.SERIALIZABLE), dekker.history()))
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void anIndeterminateWriteOfARegisterMayTakeEffectLater() {
        Script script = new Script()
                .invoke(0, "write", 1L)
                .info(0, "write", 1L)
                .invoke(1, "read", null)
                .ok(1, "read", null)
                .invoke(1, "read", null)
                .ok(1, "read", 1L);
        assertThat(verdict(Isolation.ofRegister(Level.STRICT_SERIALIZABLE), script.history()))
                .isEqualTo(Verdict.VALID);
    }

    private static void writeAndRead(Script script, int process, String written, String read, Object found) {
        script.invoke(process, "write", Script.tuple(written, 1L))
                .ok(process, "write", Script.tuple(written, 1L))
                .invoke(process, "read", Script.tuple(read, null))
                .ok(process, "read", Script.tuple(read, found));
    }

    private static Verdict verdict(Checker checker, History history) {
        Verdict verdict = checker.check(history, Budget.standard()).verdict();
        assertThat(checker.decide(history, Budget.standard())).isEqualTo(verdict);
        return verdict;
    }

    private static List<Object> access(Object... items) {
        List<Object> access = Script.tuple(items);
        if (!access.isEmpty()) {
            access.set(0, new Keyword(access.get(0).toString()));
        }
        return access;
    }

    private static Script txn(Object... accesses) {
        return new Script().invoke(0, "txn", List.of(accesses)).ok(0, "txn", List.of(accesses));
    }

    private static void malformed(Script script, String problem) {
        assertMalformed(Isolation.of(Level.SERIALIZABLE), script.history(), problem);
    }

    private static void assertMalformed(Checker checker, History history, String problem) {
        assertThatThrownBy(() -> checker.check(history, Budget.standard()))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageStartingWith("Event 0: the operation ")
                .hasMessageContaining(problem)
                .hasMessageContaining("Transactions cannot be judged from it.")
                .hasMessageContaining("Record a list of accesses")
                .hasMessageNotContaining("\n");
    }
}
