package dev.faultline.harness.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Clients that read, write and compare-and-set registers: {@code read}, {@code write} and {@code cas}, whose values are
 * {@code [key nil]}, {@code [key value]} and {@code [key [old new]]}; the result of {@code read} is {@code [key value]}.
 * Every write writes a value of its own, so that a stale read shows.
 */
public final class Registers implements Workload {
    private final int clients;
    private final int operations;
    private final int keys;
    private final boolean cas;

    private Registers(int clients, int operations, int keys, boolean cas) {
        this.clients = clients;
        this.operations = operations;
        this.keys = keys;
        this.cas = cas;
    }

    /** Five clients and 100 operations on three keys: half reads, a third writes, the rest compare-and-set. */
    public static Registers readWriteCas() {
        return new Registers(5, 100, 3, true);
    }

    /** As {@link #readWriteCas()}, but half of the operations are writes and none compares. */
    public static Registers readWrite() {
        return new Registers(5, 100, 3, false);
    }

    public Registers clients(int count) {
        return new Registers(count, operations, keys, cas);
    }

    public Registers operations(int count) {
        return new Registers(clients, count, keys, cas);
    }

    public Registers keys(int count) {
        return new Registers(clients, operations, count, cas);
    }

    @Override
    public String describe() {
        return clients + " clients, " + operations
                + (cas ? " reads, writes and compare-and-sets on " : " reads and writes on ") + keys + " keys";
    }

    @Override
    public int clients() {
        return clients;
    }

    @Override
    public List<Session> plan(Duration horizon, RandomGenerator random) {
        List<Duration> times = Times.spread(operations, horizon, random);
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < operations; i++) {
            Step step = step("k" + random.nextInt(keys), i + 1L, random);
            sessions.add(new Session(i, 1 + random.nextInt(clients), times.get(i), List.of(step), Duration.ZERO));
        }
        return sessions;
    }

    private Step step(String key, long fresh, RandomGenerator random) {
        int dice = random.nextInt(6);
        if (dice < 3) {
            return Step.read("read", Arrays.asList(key, null));
        }
        if (dice < 5 || !cas) {
            return Step.write("write", List.of(key, fresh));
        }
        long old = Math.max(1, fresh - 1 - random.nextInt(6));
        return Step.write("cas", List.of(key, List.of(old, fresh)));
    }
}
