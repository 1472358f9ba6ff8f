package dev.faultline.harness.workload;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Clients that acquire a named resource, stay for a while, and release it: {@code acquire} and {@code release}, whose value
 * is the resource; the result of {@code acquire} is {@code [resource token]}.
 */
public final class Locks implements Workload {
    private final int clients;
    private final int operations;
    private final List<String> resources;
    private final Duration longestHold;

    private Locks(int clients, int operations, List<String> resources, Duration longestHold) {
        this.clients = clients;
        this.operations = operations;
        this.resources = List.copyOf(resources);
        this.longestHold = requireNonNull(longestHold);
    }

    /** Five clients and 50 critical sections of up to 20 ms, all for one resource. */
    public static Locks acquireAndRelease() {
        return new Locks(5, 50, List.of("r1"), Duration.ofMillis(20));
    }

    public Locks clients(int count) {
        return new Locks(count, operations, resources, longestHold);
    }

    /** How many critical sections there are in all. */
    public Locks operations(int count) {
        return new Locks(clients, count, resources, longestHold);
    }

    public Locks resources(String... names) {
        return new Locks(clients, operations, List.of(names), longestHold);
    }

    /** The longest stay in a critical section; each stay is uniform up to it. */
    public Locks holdingUpTo(Duration longest) {
        return new Locks(clients, operations, resources, longest);
    }

    @Override
    public String describe() {
        return clients + " clients, " + operations + " critical sections of up to " + longestHold.toMillis() + " ms";
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
            String resource = resources.get(random.nextInt(resources.size()));
            List<Step> steps = List.of(Step.write("acquire", resource), Step.write("release", resource));
            Duration hold = Duration.ofNanos(random.nextLong(longestHold.toNanos() + 1));
            sessions.add(new Session(i, 1 + random.nextInt(clients), times.get(i), steps, hold));
        }
        return sessions;
    }
}
