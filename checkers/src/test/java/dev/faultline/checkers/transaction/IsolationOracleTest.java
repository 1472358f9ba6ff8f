package dev.faultline.checkers.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every level against its definition, on small histories. */
class IsolationOracleTest {
    private static final int HISTORIES = Integer.getInteger("faultline.oracle.histories", 2_000);

    @ParameterizedTest
    @EnumSource
    void listsAgreeWithEveryExecutionTried(Level level) {
        agree(true, level);
    }

    @ParameterizedTest
    @EnumSource
    void registersAgreeWithEveryExecutionTried(Level level) {
        agree(false, level);
    }

    private static void agree(boolean lists, Level level) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (long seed = 0; seed < HISTORIES; seed++) {
            List<Txn> transactions = RandomTransactions.of(lists, seed);
            History history = Txn.history(lists, transactions);
            Verdict verdict = Isolation.of(level).decide(history, Budget.standard());
            assertThat(verdict)
                    .as("%s, seed %s: %s", level, seed, transactions)
                    .isEqualTo(new IsolationOracle(lists, transactions).keeps(level) ? Verdict.VALID : Verdict.INVALID);
            verdicts.merge(verdict, 1, Integer::sum);
        }
        assertThat(verdicts.get(Verdict.VALID)).isGreaterThan(HISTORIES / 20);
        if (lists || (level != Level.READ_UNCOMMITTED)) {
            assertThat(verdicts.get(Verdict.INVALID)).isGreaterThan(HISTORIES / 100);
        }
    }
}
