package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.transaction.Isolation;
import dev.faultline.checkers.transaction.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** {@code txn-list-append} and {@code txn-rw-register}: transactions of reads and writes of unique values. */
final class TransactionWorkload implements Workload {
    private static final int KEYS_AT_A_TIME = 4;
    private static final int WRITES_PER_KEY = 16;
    private static final int LONGEST = 4;

    private final String writing;
    private final Level level;
    private long writes;

    /** @param writing {@code append} or {@code w} */
    TransactionWorkload(String writing, Level level) {
        this.writing = writing;
        this.level = level;
    }

    @Override
    public Request next(int client, RandomGenerator random) {
        List<Object> accesses = new ArrayList<>();
        for (int i = random.nextInt(LONGEST); i >= 0; i--) {
            accesses.add(access(random));
        }
        ObjectNode body = Packet.body("txn");
        body.set("txn", Values.json(accesses));
        return Request.write("txn", accesses, body);
    }

    /** Old keys retire, so that no list grows long. */
    private List<Object> access(RandomGenerator random) {
        long key = writes / (WRITES_PER_KEY * KEYS_AT_A_TIME) * KEYS_AT_A_TIME + random.nextLong(KEYS_AT_A_TIME);
        return random.nextBoolean() ? Arrays.asList("r", key, null) : Arrays.asList(writing, key, ++writes);
    }

    @Override
    public Object result(int client, Request asked, ObjectNode answer) {
        return Values.of(answer.get("txn"));
    }

    @Override
    public Checker checker() {
        return Isolation.of(level);
    }
}
