package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.linearizability.Linearizability;
import dev.faultline.checkers.model.Models;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@code lin-kv}: a linearizable store with {@code read}, {@code write} and {@code cas}. */
final class LinKvWorkload implements Workload {
    private static final int KEYS = 5;
    private static final int VALUES = 5;

    @Override
    public Request next(int client, RandomGenerator random) {
        long key = random.nextLong(KEYS);
        long value = random.nextLong(VALUES);
        return switch (random.nextInt(4)) {
            case 0, 1 ->
                Request.read("read", pair(key, null), Packet.body("read").put("key", key));
            case 2 ->
                Request.write(
                        "write",
                        pair(key, value),
                        Packet.body("write").put("key", key).put("value", value));
            default -> compareAndSet(key, random.nextLong(VALUES), value);
        };
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

    private static Object keyOf(Request asked) {
        return ((List<?>) asked.value()).get(0);
    }

    @Override
    public Object result(int client, Request asked, ObjectNode answer) {
        return asked.readOnly() ? pair(keyOf(asked), Values.of(answer.get("value"))) : asked.value();
    }

    /** A key that is not there reads as nil. */
    @Override
    public Optional<Object> resultOfError(Request asked, int code) {
        return asked.readOnly() && code == ErrorCode.KEY_DOES_NOT_EXIST.code()
                ? Optional.of(pair(keyOf(asked), null))
                : Optional.empty();
    }

    @Override
    public Checker checker() {
        return Linearizability.of(Models.keyValue());
    }
}
