package dev.faultline.checkers.workload;

import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.Script;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BankTest {
    private static final Checker BANK = Workloads.bank(false);

    @Test
    void constantTotalIsValid() {
        Script script = read(new Script(), 0, 10, 0).invoke(1, "transfer", transfer(0L, 1L, 4L));
        Checks.valid(BANK, read(script.ok(1, "transfer", transfer(0L, 1L, 4L)), 0, 6, 4));
    }

    @Test
    void otherTotalIsToldWithTheFirstRead() {
        Script script = read(read(new Script(), 0, 10, 0), 1, 6, 3);
        Checks.invalid(
                BANK,
                script,
                "wrong-total",
                "The accounts add up to 9 in the read of process 1 on n2 (event 3), but their total is 10, as read by"
                        + " process 0 on n1 (event 1).",
                1,
                3);
    }

    @Test
    void knownTotalJudgesTheFirstReadToo() {
        Checks.invalid(Workloads.bank(false, 11), read(new Script(), 0, 10, 0), "wrong-total", "total is 11.", 1);
    }

    @Test
    void negativeBalanceIsInvalidUnlessAllowed() {
        Script script = read(new Script(), 0, 12, -2);
        Checks.invalid(BANK, script, "negative-balance", "Account 1 holds -2, less than 0", 1);
        Checks.valid(Workloads.bank(true), read(new Script(), 0, 12, -2));
    }

    @Test
    void accountWithoutBalanceIsInvalid() {
        Map<Object, Object> balances = new HashMap<>(Collections.singletonMap(0L, null));
        Script script = new Script().invoke(0, "read", null).ok(0, "read", balances);
        Checks.invalid(BANK, script, "nil-balance", "Account 0 holds nothing", 1);
    }

    @Test
    void withoutReadsNothingIsKnown() {
        Checks.unknown(BANK, new Script().invoke(0, "read", null).info(0, "read", null), "No :read ended :ok");
    }

    @Test
    void otherShapesAreRefused() {
        Script read = new Script().invoke(0, "read", null).ok(0, "read", 5L);
        Checks.malformed(BANK, read, "Event 1: :read has the value 5 where a map of accounts");
        Checks.malformed(BANK, new Script().invoke(0, "transfer", Map.of("from", 1L)), "Event 0: :transfer");
        Script huge = read(new Script(), 0, Long.MAX_VALUE, 1);
        Checks.malformed(BANK, huge, "fits into 64 bits");
    }

    @Test
    void correctBanksAreValid() {
        Checks.holds(BANK, seed -> history(seed, false));
    }

    @Test
    void banksThatLoseMoneyAreNot() {
        Checks.breaks(BANK, seed -> history(seed, true));
    }

    private static History history(long seed, boolean leaky) {
        Simulation simulation = new Simulation(seed, 4);
        Map<Object, Object> balances = new TreeMap<>(Map.of(0L, 10L, 1L, 10L, 2L, 10L));
        Simulation.Call read = new Simulation.Call("read", null, () -> new TreeMap<>(balances));
        simulation.alone(0, read);
        simulation.run(300, process -> {
            long from = simulation.random.nextInt(3);
            long to = simulation.random.nextInt(3);
            return simulation.random.nextBoolean()
                    ? read
                    : new Simulation.Call("transfer", transfer(from, to, 1L), () -> {
                        if ((Long) balances.get(from) > 0) {
                            balances.merge(from, -1L, (a, b) -> (Long) a + (Long) b);
                            boolean loses = leaky && simulation.random.nextInt(10) == 0;
                            balances.merge(to, loses ? 0L : 1L, (a, b) -> (Long) a + (Long) b);
                        }
                        return transfer(from, to, 1L);
                    });
        });
        return simulation.history();
    }

    private static Map<Object, Object> transfer(Long from, Long to, Long amount) {
        return Map.of(new Keyword("from"), from, new Keyword("to"), to, new Keyword("amount"), amount);
    }

    private static Script read(Script script, int process, long one, long other) {
        return script.invoke(process, "read", null).ok(process, "read", new TreeMap<>(Map.of(0L, one, 1L, other)));
    }
}
