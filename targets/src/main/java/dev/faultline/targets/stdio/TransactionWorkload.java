package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
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
    private static final String READ = "r";
    private static final String APPEND = "append";

    private final String writing;
    private final Level level;
    private long writes;

    private TransactionWorkload(String writing, Level level) {
        this.writing = writing;
        this.level = level;
    }

    static TransactionWorkload onLists(Level level) {
        return new TransactionWorkload(APPEND, level);
    }

    static TransactionWorkload onRegisters(Level level) {
        return new TransactionWorkload("w", level);
    }

    @Override
    public Request next(int client, RandomGenerator random) {
        List<List<Object>> accesses = new ArrayList<>();
        for (int i = random.nextInt(LONGEST); i >= 0; i--) {
            accesses.add(access(random));
        }
        ObjectNode body = Packet.body("txn");
        body.set("txn", Values.json(accesses));
        boolean readOnly = accesses.stream().allMatch(access -> access.get(0).equals(READ));
        return new Request("txn", accesses, body, readOnly);
    }

    /** Old keys retire, so that no list grows long. */
    private List<Object> access(RandomGenerator random) {
        long key = writes / (WRITES_PER_KEY * KEYS_AT_A_TIME) * KEYS_AT_A_TIME + random.nextLong(KEYS_AT_A_TIME);
        return random.nextBoolean() ? Arrays.asList(READ, key, null) : Arrays.asList(writing, key, ++writes);
    }

    @Override
    public Object result(int client, Request asked, ObjectNode answer) {
        JsonNode done = MalformedAnswer.list(answer, "txn");
        List<?> accesses = (List<?>) asked.value();
        MalformedAnswer.require(done.size() == accesses.size(), "as many accesses in 'txn' as were asked for");
        for (int i = 0; i < done.size(); i++) {
            verify((List<?>) accesses.get(i), done.get(i));
        }
        return Values.of(done);
    }

    private void verify(List<?> asked, JsonNode done) {
        boolean reads = asked.get(0).equals(READ);
        List<?> told = Values.of(done) instanceof List<?> list && list.size() == 3 ? list : List.of();
        MalformedAnswer.require(
                !told.isEmpty() && told.subList(0, reads ? 2 : 3).equals(asked.subList(0, reads ? 2 : 3)),
                "the accesses in 'txn' that were asked for, and no others");
        if (reads && writing.equals(APPEND)) {
            MalformedAnswer.require(
                    told.get(2) == null || told.get(2) instanceof List<?>, "a list as what is read of a list");
        }
    }

    @Override
    public List<Checker> checkers() {
        return List.of(Isolation.of(level));
    }
}
