package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.linearizability.Linearizability;
import dev.faultline.checkers.model.Models;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * {@code lin-kv}: a linearizable store with {@code read}, {@code write} and {@code cas}. Every value is written once, so that a stale
 * read shows; most comparisons are with what is known of the key, so that some of them succeed.
 */
final class LinKvWorkload implements Workload {
    private static final int KEYS_AT_A_TIME = 5;
    /** Old keys retire, so that their histories stay short. */
    private static final int OPERATIONS_PER_KEY = 200;

    private static final double GUESSES = 0.25;

    private final Map<Long, Long> known = new HashMap<>();
    private long operations;
    private long values;

    @Override
    public Request next(int client, RandomGenerator random) {
        long retired = operations++ / (KEYS_AT_A_TIME * OPERATIONS_PER_KEY) * KEYS_AT_A_TIME;
        long key = retired + random.nextLong(KEYS_AT_A_TIME);
        return switch (random.nextInt(4)) {
            case 0, 1 ->
                Request.read("read", pair(key, null), Packet.body("read").put("key", key));
            case 2 -> write(key, ++values);
            default -> compareAndSet(key, expected(key, random), ++values);
        };
    }

    private long expected(long key, RandomGenerator random) {
        long newest = known.getOrDefault(key, values);
        return random.nextDouble() < GUESSES ? random.nextLong(values + 1) : newest;
    }

    private static Request write(long key, long value) {
        return Request.write(
                "write", pair(key, value), Packet.body("write").put("key", key).put("value", value));
    }

    private static Request compareAndSet(long key, long from, long to) {
        return Request.write(
                "cas",
                pair(key, pair(from, to)),
                Packet.body("cas").put("key", key).put("from", from).put("to", to));
    }

    /** Either may be null. */
    private static List<Object> pair(Object first, Object second) {
        return Arrays.asList(first, second);
    }

    @Override
    public Object result(int client, Request asked, ObjectNode answer) {
        List<?> tuple = (List<?>) asked.value();
        Object read = asked.readOnly() ? Values.of(MalformedAnswer.field(answer, "value")) : null;
        Object now =
                asked.readOnly() ? read : asked.f().equals("write") ? tuple.get(1) : ((List<?>) tuple.get(1)).get(1);
        if (now instanceof Long value) {
            known.put((Long) tuple.get(0), value);
        }
        return asked.readOnly() ? pair(tuple.get(0), read) : asked.value();
    }

    /** A key that is not there reads as nil. */
    @Override
    public Optional<Object> resultOfError(Request asked, int code) {
        return asked.readOnly() && ErrorCode.KEY_DOES_NOT_EXIST.is(code)
                ? Optional.of(asked.value())
                : Optional.empty();
    }

    @Override
    public List<Checker> checkers() {
        return List.of(Linearizability.of(Models.keyValue()));
    }
}
