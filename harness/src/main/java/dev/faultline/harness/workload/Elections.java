package dev.faultline.harness.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Observers that ask the nodes who leads: {@code leader}, whose result is {@code [term leader]}. With as many clients as
 * nodes, and clients pinned to nodes, every node is asked.
 */
public final class Elections implements Workload {
    private final int clients;
    private final Duration every;
    private final Duration beyond;

    private Elections(int clients, Duration every, Duration beyond) {
        this.clients = clients;
        this.every = every;
        this.beyond = beyond;
    }

    /** Five observers that ask every 200 ms, until 8 s after the faults have stopped. */
    public static Elections askEveryNode() {
        return new Elections(5, Duration.ofMillis(200), Duration.ofSeconds(8));
    }

    public Elections clients(int count) {
        return new Elections(count, every, beyond);
    }

    public Elections every(Duration interval) {
        return new Elections(clients, interval, beyond);
    }

    /** How long to go on asking after the faults have stopped. */
    public Elections beyond(Duration quiet) {
        return new Elections(clients, every, quiet);
    }

    @Override
    public String describe() {
        return clients + " observers that ask every " + every.toMillis() + " ms who leads";
    }

    @Override
    public int clients() {
        return clients;
    }

    @Override
    public List<Session> plan(Duration horizon, RandomGenerator random) {
        List<Session> sessions = new ArrayList<>();
        List<Step> ask = List.of(Step.read("leader", null));
        long end = horizon.plus(beyond).toNanos();
        for (long at = random.nextLong(every.toNanos()); at < end; at += every.toNanos()) {
            for (int client = 1; client <= clients; client++) {
                sessions.add(new Session(sessions.size(), client, Duration.ofNanos(at), ask, Duration.ZERO));
            }
        }
        return sessions;
    }
}
