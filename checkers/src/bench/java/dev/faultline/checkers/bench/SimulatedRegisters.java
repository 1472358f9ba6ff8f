package dev.faultline.checkers.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Registers of which half of the operations read and half write; no value is written twice. */
final class SimulatedRegisters implements Simulated {
    private static final long ALONE = -1;
    /** After so many writes, nobody who writes the first value is still at it. */
    private static final int OVERWRITTEN = 20;

    private final int keys;
    private final Map<Long, List<Long>> written = new HashMap<>();
    private long next;

    /** Registers with these many keys; 0 is one register without any key. */
    SimulatedRegisters(int keys) {
        this.keys = keys;
    }

    @Override
    public Request ask(Random random) {
        long key = keys == 0 ? ALONE : random.nextInt(keys);
        return random.nextBoolean()
                ? new Request("read", value(key, null))
                : new Request("write", value(key, ++next));
    }

    @Override
    public Reply answer(Request request) {
        long key = key(request);
        List<Long> values = written.computeIfAbsent(key, unused -> new ArrayList<>());
        if (request.f().equals("write")) {
            values.add(item(request));
            return Reply.ok(request.value());
        }
        return Reply.ok(value(key, values.isEmpty() ? null : values.get(values.size() - 1)));
    }

    @Override
    public Optional<Reply> lie(Request request) {
        long key = key(request);
        List<Long> values = written.getOrDefault(key, List.of());
        return request.f().equals("read") && values.size() > OVERWRITTEN
                ? Optional.of(Reply.ok(value(key, values.get(0))))
                : Optional.empty();
    }

    private static Object value(long key, Long item) {
        return key == ALONE ? item : Arrays.asList(key, item);
    }

    private static long key(Request request) {
        return request.value() instanceof List<?> pair ? (Long) pair.get(0) : ALONE;
    }

    private static Long item(Request request) {
        return (Long) (request.value() instanceof List<?> pair ? pair.get(1) : request.value());
    }
}
