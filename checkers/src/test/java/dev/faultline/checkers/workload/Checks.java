package dev.faultline.checkers.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Script;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

/** What the tests of all workloads ask. */
final class Checks {
    static final int HISTORIES = Integer.getInteger("faultline.oracle.histories", 2_000);

    private Checks() {}

    static CheckResult check(Checker checker, Script script) {
        return checker.check(script.history(), Budget.standard());
    }

    static void valid(Checker checker, Script script) {
        CheckResult result = check(checker, script);
        assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.VALID);
    }

    static void unknown(Checker checker, Script script, String reason) {
        CheckResult result = check(checker, script);
        assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.UNKNOWN);
        assertThat(result.explanation()).contains(reason);
    }

    /** Invalid, told in these words, shown by these events, and by one anomaly of this kind at least. */
    static CheckResult invalid(Checker checker, Script script, String kind, String words, Integer... evidence) {
        CheckResult result = check(checker, script);
        assertThat(result.verdict()).as(result.explanation()).isEqualTo(Verdict.INVALID);
        assertThat(result.explanation()).contains(words);
        assertThat(result.evidence()).extracting(Event::index).containsExactly(evidence);
        assertThat(count(result, kind)).isPositive();
        return result;
    }

    static int count(CheckResult result, String kind) {
        return (Integer) ((Map<?, ?>) result.details().get("anomalies")).get(kind);
    }

    static void malformed(Checker checker, Script script, String words) {
        assertThatThrownBy(() -> check(checker, script))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageContaining("cannot be judged")
                .hasMessageContaining(words);
    }

    /** Many histories of a correct system: never invalid, and mostly valid. */
    static void holds(Checker checker, LongFunction<History> histories) {
        Map<Verdict, Integer> seen = tally(checker, histories);
        assertThat(seen.getOrDefault(Verdict.VALID, 0)).isGreaterThan(HISTORIES / 4);
    }

    private static Map<Verdict, Integer> tally(Checker checker, LongFunction<History> histories) {
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        for (long seed = 0; seed < HISTORIES / 2; seed++) {
            CheckResult result = checker.check(histories.apply(seed), Budget.standard());
            assertThat(result.isInvalid())
                    .as("seed %s: %s", seed, result.explanation())
                    .isFalse();
            seen.merge(result.verdict(), 1, Integer::sum);
        }
        return seen;
    }

    /** Histories of a system with a defect: invalid nearly always. */
    static void breaks(Checker checker, LongFunction<History> histories) {
        int invalid = 0;
        int tried = 200;
        for (long seed = 0; seed < tried; seed++) {
            invalid += checker.check(histories.apply(seed), Budget.standard()).isInvalid() ? 1 : 0;
        }
        assertThat(invalid).isGreaterThan(tried * 3 / 4);
    }

    /** Compares with an oracle; both verdicts must occur. */
    static void agrees(Checker checker, LongFunction<History> histories, Function<History, Verdict> oracle) {
        Map<Verdict, Integer> seen = new EnumMap<>(Verdict.class);
        for (long seed = 0; seed < HISTORIES; seed++) {
            History history = histories.apply(seed);
            Verdict expected = oracle.apply(history);
            CheckResult result = checker.check(history, Budget.standard());
            assertThat(result.verdict())
                    .as("seed %s: %s %s", seed, result.explanation(), history.events())
                    .isEqualTo(expected);
            seen.merge(expected, 1, Integer::sum);
        }
        assertThat(seen.getOrDefault(Verdict.VALID, 0)).isGreaterThan(HISTORIES / 50);
        assertThat(seen.getOrDefault(Verdict.INVALID, 0)).isGreaterThan(HISTORIES / 50);
    }
}
