package dev.faultline.harness.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Two workloads one after the other, half of the time each, by the same clients. */
record Phases(Workload first, Workload second) implements Workload {
    @Override
    public String describe() {
        return first.describe() + "; then, " + second.describe();
    }

    @Override
    public int clients() {
        return Math.max(first.clients(), second.clients());
    }

    @Override
    public List<Session> plan(Duration horizon, RandomGenerator random) {
        Duration half = horizon.dividedBy(2);
        List<Session> all = new ArrayList<>(first.plan(half, random));
        second.plan(half, random).forEach(session -> all.add(session.later(half)));
        return Session.numbered(all);
    }
}
