package dev.faultline.checkers.lock;

import static dev.faultline.checkers.history.Script.tuple;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Script;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LockOracleTest {
    private static final int HISTORIES = 10_000;
    private static final int PROCESSES = 4;

    @Test
    void mutualExclusionAgreesWithEveryPair() {
        agrees(Locks.mutualExclusion(), LockOracle::mutualExclusion);
    }

    @Test
    void fencedExclusionAgreesWithEveryPair() {
        agrees(Locks.fencedExclusion(), LockOracle::fencedExclusion);
    }

    @Test
    void fifoAgreesWithEveryPair() {
        agrees(Locks.fifo(Duration.ofMillis(2)), oracle -> oracle.fifo(2_000_000));
    }

    @Test
    void progressAgreesWithEveryRequest() {
        agrees(Locks.progress(Duration.ofMillis(5)), oracle -> oracle.progress(5_000_000));
    }

    private static void agrees(Checker checker, Predicate<LockOracle> oracle) {
        int valid = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            History history = history(new Random(seed));
            boolean expected = oracle.test(new LockOracle(history));
            assertThat(checker.check(history, Budget.standard()).isValid())
                    .as("%s, seed %s: %s", checker.name(), seed, history.events())
                    .isEqualTo(expected);
            valid += expected ? 1 : 0;
        }
        assertThat(valid).isBetween(HISTORIES / 100, HISTORIES * 99 / 100);
    }

    /** Up to 25 events, several of them at one instant, of four processes on four nodes and two resources. */
    private static History history(Random random) {
        Script script = new Script();
        String[] open = new String[PROCESSES];
        String[] resource = new String[PROCESSES];
        int length = 5 + random.nextInt(20);
        for (int now = 0; script.size() < length; now += random.nextInt(3)) {
            int process = random.nextInt(PROCESSES);
            script.at(now);
            if (random.nextInt(8) == 0) {
                fault(random, script);
            } else if (open[process] == null) {
                open[process] = List.of("acquire", "release", "release", "use").get(random.nextInt(4));
                resource[process] = random.nextInt(3) == 0 ? "b" : "a";
                boolean bare = !open[process].equals("use");
                Object value = bare ? resource[process] : tuple(resource[process], 0L);
                script.invoke(process, open[process], value);
            } else {
                EventType type = random.nextInt(5) == 0 ? EventType.INFO : EventType.OK;
                Object value = tuple(resource[process], (long) random.nextInt(4));
                script.add(type, process, open[process], value, null);
                open[process] = null;
            }
        }
        return script.history();
    }

    private static void fault(Random random, Script script) {
        String f = List.of("crash", "restart", "restarted").get(random.nextInt(3));
        script.nemesis(f, List.of("n" + (1 + random.nextInt(PROCESSES))));
    }
}
