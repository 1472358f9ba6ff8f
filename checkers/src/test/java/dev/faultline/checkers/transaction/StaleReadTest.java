package dev.faultline.checkers.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A long history of registers that is right, and the same with one stale read. */
class StaleReadTest {
    private static final int TRANSACTIONS = 2_000;
    private static final int PROCESSES = 8;
    private static final int KEYS = 10;

    /** Weaker levels, which the report tells too, are given up early. */
    private static final Budget FEW_ASSUMPTIONS = new Budget(Duration.ofMinutes(1), 1_000);

    @Test
    void aRightHistoryIsValid() {
        History history = Txn.history(false, serial(1));
        for (Level level : List.of(Level.STRICT_SERIALIZABLE, Level.CAUSAL, Level.READ_ATOMIC)) {
            assertThat(Judgement.of(level, history).verdict()).as(level.id()).isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void aStaleReadIsFoundAndItsReaderNamed() {
        List<Txn> transactions = serial(1);
        Txn.Access old = write(transactions, TRANSACTIONS / 4);
        int reader = reader(transactions, TRANSACTIONS / 2);
        transactions.set(reader, reads(transactions.get(reader), old));
        History history = Txn.history(false, transactions);
        Judgement judgement =
                new Judgement(Isolation.of(Level.STRICT_SERIALIZABLE).check(history, FEW_ASSUMPTIONS));
        assertThat(judgement.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(judgement.explanation()).contains(lastReader(history, old));
    }

    /** Each takes effect at the moment 100 i, and lasts from somewhat before until somewhat after. */
    private static List<Txn> serial(long seed) {
        Random random = new Random(seed);
        Map<String, Object> state = new HashMap<>();
        List<Txn> transactions = new ArrayList<>();
        for (int i = 0; i < TRANSACTIONS; i++) {
            int start = 100 * i - random.nextInt(100 * PROCESSES / 2 - 10);
            int end = 100 * i + 1 + random.nextInt(100 * PROCESSES / 2 - 10);
            transactions.add(new Txn(i % PROCESSES, start, end, accesses(random, state, i)));
        }
        return transactions;
    }

    private static List<Txn.Access> accesses(Random random, Map<String, Object> state, int i) {
        List<Txn.Access> accesses = new ArrayList<>();
        random.ints(0, KEYS).distinct().limit(1 + random.nextInt(3)).forEach(number -> {
            String key = "k" + number;
            if (random.nextBoolean()) {
                accesses.add(Txn.read(key, state.get(key)));
            } else {
                accesses.add(Txn.write(key, i));
                state.put(key, (long) i);
            }
        });
        return accesses;
    }

    /** A write by the transaction of this number, or the next that writes. */
    private static Txn.Access write(List<Txn> transactions, int number) {
        return transactions.stream()
                .skip(number)
                .flatMap(txn -> txn.accesses().stream())
                .filter(Txn.Access::write)
                .findFirst()
                .orElseThrow();
    }

    /** The transaction of this number, or the next that writes nothing. */
    private static int reader(List<Txn> transactions, int number) {
        return IntStream.range(number, transactions.size())
                .filter(i -> transactions.get(i).accesses().stream().noneMatch(Txn.Access::write))
                .findFirst()
                .orElseThrow();
    }

    private static Txn reads(Txn txn, Txn.Access old) {
        return new Txn(txn.process(), txn.start(), txn.end(), List.of(Txn.read(old.key(), old.value())));
    }

    private static String lastReader(History history, Txn.Access old) {
        return history.operations().stream()
                .filter(operation ->
                        operation.output().toString().contains("[:r, " + old.key() + ", " + old.value() + "]"))
                .reduce((earlier, later) -> later)
                .map(Words::of)
                .orElseThrow();
    }
}
