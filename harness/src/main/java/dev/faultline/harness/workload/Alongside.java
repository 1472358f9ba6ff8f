package dev.faultline.harness.workload;

import dev.faultline.harness.scenario.Seeds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Two workloads at the same time: the clients of the second are numbered after those of the first. */
record Alongside(Workload first, Workload second) implements Workload {
    @Override
    public String describe() {
        return first.describe() + "; alongside, " + second.describe();
    }

    @Override
    public int clients() {
        return first.clients() + second.clients();
    }

    @Override
    public List<Session> plan(Duration horizon, RandomGenerator random) {
        long seed = random.nextLong();
        List<Session> all = new ArrayList<>(first.plan(horizon, Seeds.random(seed, "first workload")));
        for (Session session : second.plan(horizon, Seeds.random(seed, "second workload"))) {
            all.add(session.by(first.clients() + session.client()));
        }
        all.sort(Comparator.comparing(Session::at));
        return Session.numbered(all);
    }
}
