package dev.faultline.checkers.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With hardly any time, a checker says what is right or that it gave up. */
class SmallBudgetTest {
    private static final int SIZE = 40;
    private static final Budget SMALL = new Budget(Duration.ZERO, 1);

    @Test
    void agreesWithTheDefinitionsOrGivesUp() {
        Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
        for (long seed = 0; seed < Integer.getInteger("faultline.oracle.histories", 2_000) / 20; seed++) {
            List<Txn> transactions = RandomTransactions.of(false, seed);
            IsolationOracle oracle = new IsolationOracle(false, transactions);
            for (Level level : Level.values()) {
                Verdict verdict = Isolation.of(level).decide(Txn.history(false, transactions), SMALL);
                seen.add(verdict);
                if (verdict != Verdict.UNKNOWN) {
                    assertThat(verdict)
                            .as("%s, seed %s: %s", level, seed, transactions)
                            .isEqualTo(oracle.keeps(level) ? Verdict.VALID : Verdict.INVALID);
                }
            }
        }
        assertThat(seen).contains(Verdict.VALID, Verdict.INVALID);
    }

    @Test
    void aHardHistoryIsNeverJudgedWrongly() {
        Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
        for (long seed = 0; seed < 20; seed++) {
            List<Txn> serial = concurrent(new Random(seed));
            seen.add(verdict(Level.SERIALIZABLE, serial));
            assertThat(verdict(Level.SERIALIZABLE, serial)).isNotEqualTo(Verdict.INVALID);
            assertThat(verdict(Level.SNAPSHOT_ISOLATION, serial)).isNotEqualTo(Verdict.INVALID);

            List<Txn> skewed = new ArrayList<>(serial);
            skewed.add(new Txn(1_000, 1_000, 20_000, List.of(Txn.read("u", null), Txn.write("v", 1))));
            skewed.add(new Txn(1_001, 1_001, 20_001, List.of(Txn.read("v", null), Txn.write("u", 1))));
            assertThat(verdict(Level.SERIALIZABLE, skewed)).isNotEqualTo(Verdict.VALID);
            assertThat(verdict(Level.STRICT_SERIALIZABLE, skewed)).isNotEqualTo(Verdict.VALID);
        }
        assertThat(seen).contains(Verdict.UNKNOWN);
    }

    @Test
    void givingUpIsExplained() {
        List<Txn> hard = concurrent(new Random(7));
        History history = Txn.history(false, hard);
        assertThat(Isolation.of(Level.SERIALIZABLE).check(history, SMALL).explanation())
                .startsWith("The order in which 40 transactions wrote each key is not known, and within the budget")
                .contains("serializable")
                .endsWith("Allow more time, or ask for a level with process order or real time.");
    }

    private static Verdict verdict(Level level, List<Txn> transactions) {
        return Isolation.of(level).decide(Txn.history(false, transactions), SMALL);
    }

    /** Transactions that all overlap, answered in a random order, so that the order of their writes is hard to find. */
    private static List<Txn> concurrent(Random random) {
        Map<String, Object> state = new HashMap<>();
        List<Txn> transactions = new ArrayList<>();
        List<Integer> starts = shuffled(random);
        List<Integer> ends = shuffled(random);
        for (int i = 0; i < SIZE; i++) {
            List<Txn.Access> accesses = new ArrayList<>();
            for (int j = 0; j < 3; j++) {
                String key = "k" + random.nextInt(4);
                if (accesses.stream().noneMatch(access -> access.key().equals(key))) {
                    if (random.nextInt(3) == 0) {
                        accesses.add(Txn.read(key, state.get(key)));
                    } else {
                        accesses.add(Txn.write(key, 1 + i));
                        state.put(key, (long) (1 + i));
                    }
                }
            }
            transactions.add(new Txn(i, starts.get(i), 10_000 + ends.get(i), accesses));
        }
        return transactions;
    }

    private static List<Integer> shuffled(Random random) {
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, SIZE).boxed().toList());
        Collections.shuffle(numbers, random);
        return numbers;
    }
}
