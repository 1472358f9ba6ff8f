package dev.faultline.checkers.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.model.Models;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OracleTest {
    private static final int HISTORIES = Integer.getInteger("faultline.oracle.histories", 6_000);

    @ParameterizedTest
    @EnumSource
    void agreesWithEveryOrderTried(Toy toy) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (long seed = 0; seed < HISTORIES; seed++) {
            History history = RandomHistories.of(toy, seed);
            CheckResult result = check(toy, history);
            assertThat(result.verdict())
                    .as("%s, seed %s: %s", toy, seed, history.events())
                    .isEqualTo(new Oracle(toy, history).isLinearizable() ? Verdict.VALID : Verdict.INVALID);
            verdicts.merge(result.verdict(), 1, Integer::sum);
        }
        assertThat(verdicts.get(Verdict.VALID)).isBetween(HISTORIES / 20, HISTORIES * 19 / 20);
    }

    @ParameterizedTest
    @EnumSource
    void evidenceAndPartialLinearizationAreWhatTheySay(Toy toy) {
        for (long seed = 0; seed < HISTORIES / 3; seed++) {
            History history = RandomHistories.of(toy, seed);
            CheckResult result = searched(toy, history);
            if (result.isInvalid()) {
                Oracle evidence = new Oracle(toy, History.of(result.evidence()));
                assertThat(evidence.isLinearizable())
                        .as("%s, seed %s", toy, seed)
                        .isFalse();
                List<?> partial = (List<?>) result.details().get("partialLinearization");
                assertThat(new Oracle(toy, history).accepts(partial))
                        .as("%s, seed %s: %s of %s", toy, seed, partial, history.events())
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void witnessIsAnOrderOfAllThatCompleted(Toy toy) {
        for (long seed = 0; seed < HISTORIES / 3; seed++) {
            History history = RandomHistories.of(toy, seed);
            CheckResult result = searched(toy, history);
            if (result.isValid()) {
                List<?> witness = (List<?>) result.details().get("linearization");
                Oracle oracle = new Oracle(toy, history);
                assertThat(oracle.accepts(witness))
                        .as("%s, seed %s: %s of %s", toy, seed, witness, history.events())
                        .isTrue();
                assertThat(witness).doesNotHaveDuplicates();
                assertThat(witness.containsAll(oracle.completed())).isTrue();
            }
        }
    }

    private static CheckResult check(Toy toy, History history) {
        Checker checker = Linearizability.of(Models.byName(toy.model));
        CheckResult result = checker.check(history, Budget.standard());
        assertThat(checker.decide(history, Budget.standard())).isEqualTo(result.verdict());
        assertThat(searched(toy, history).verdict()).isEqualTo(result.verdict());
        return result;
    }

    private static CheckResult searched(Toy toy, History history) {
        return Linearizability.bySearch(Models.byName(toy.model)).check(history, Budget.standard());
    }
}
