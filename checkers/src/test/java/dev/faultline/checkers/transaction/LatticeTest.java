package dev.faultline.checkers.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Verdicts of all levels on the same history fit together. */
class LatticeTest {
    private static final int HISTORIES = Integer.getInteger("faultline.oracle.histories", 2_000) / 2;

    @Test
    void verdictsOnListsRespectTheImplications() {
        implicationsHold(true);
    }

    @Test
    void verdictsOnRegistersRespectTheImplications() {
        implicationsHold(false);
    }

    @Test
    void levelsOfCyclesTellAnAnomalyOfLists() {
        List<Level> levels = Arrays.stream(Level.values())
                .filter(level -> CycleRule.of(level).isPresent())
                .toList();
        int invalid = 0;
        for (long seed = 0; seed < HISTORIES / 4; seed++) {
            List<Txn> transactions = RandomTransactions.of(true, seed);
            History history = Txn.history(true, transactions);
            for (Level level : levels) {
                Judgement judgement = Judgement.of(level, history);
                if (judgement.verdict() == Verdict.INVALID) {
                    invalid++;
                    assertThat(judgement.anomalies())
                            .as("%s, seed %s: %s", level, seed, transactions)
                            .isNotEmpty();
                    assertThat(judgement.explanation()).startsWith(firstExplanation(judgement));
                    assertThat(judgement.result().evidence()).isNotEmpty();
                }
            }
        }
        assertThat(invalid).isGreaterThan(HISTORIES / 10);
    }

    private static String firstExplanation(Judgement judgement) {
        List<?> anomalies = (List<?>) judgement.result().details().get("anomalies");
        return ((Map<?, ?>) anomalies.get(0)).get("explanation").toString();
    }

    private static void implicationsHold(boolean lists) {
        int mixed = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            List<Txn> transactions = RandomTransactions.of(lists, seed);
            History history = Txn.history(lists, transactions);
            Map<Level, Verdict> verdicts = new EnumMap<>(Level.class);
            for (Level level : Level.values()) {
                verdicts.put(level, Isolation.of(level).decide(history, Budget.standard()));
            }
            for (Level level : Level.values()) {
                for (Level weaker : level.andWeaker()) {
                    assertThat(verdicts.get(level) == Verdict.VALID && verdicts.get(weaker) != Verdict.VALID)
                            .as("%s holds without %s, seed %s: %s", level, weaker, seed, transactions)
                            .isFalse();
                }
            }
            tellsTheSame(history, verdicts);
            mixed += verdicts.containsValue(Verdict.VALID) && verdicts.containsValue(Verdict.INVALID) ? 1 : 0;
        }
        assertThat(mixed).isGreaterThan(HISTORIES / 10);
    }

    /** The report on one level has the verdicts that the others give when they are asked for alone. */
    private static void tellsTheSame(History history, Map<Level, Verdict> verdicts) {
        if (verdicts.get(Level.STRICT_SERIALIZABLE) == Verdict.INVALID) {
            Map<?, ?> told = (Map<?, ?>) Judgement.of(Level.STRICT_SERIALIZABLE, history)
                    .result()
                    .details()
                    .get("levels");
            verdicts.forEach((level, verdict) ->
                    assertThat(told.get(level.id())).as(level.id()).isEqualTo(verdict.name()));
        }
    }
}
