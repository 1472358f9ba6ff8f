package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.workload.Session;
import dev.faultline.harness.workload.Step;
import dev.faultline.harness.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Another workload, and an operator who removes a server and adds it again, over and over: {@code remove} and {@code add},
 * whose value is the server.
 *
 * @param workload what the other clients do
 * @param servers how many servers there are
 * @param changes how often the operator removes one
 */
public record MembershipChanges(Workload workload, int servers, int changes) implements Workload {
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(1);

    @Override
    public String describe() {
        return workload.describe() + ", and an operator who removes and adds a server " + changes + " times";
    }

    @Override
    public int clients() {
        return workload.clients() + 1;
    }

    @Override
    public List<Session> plan(Duration horizon, RandomGenerator random) {
        List<Session> sessions = new ArrayList<>(workload.plan(horizon, random));
        for (int i = 0; i < changes; i++) {
            sessions.add(change(horizon, random));
        }
        sessions.sort(Comparator.comparing(Session::at));
        List<Session> numbered = new ArrayList<>();
        for (Session each : sessions) {
            numbered.add(new Session(numbered.size(), each.client(), each.at(), each.steps(), each.between()));
        }
        return numbered;
    }

    private Session change(Duration horizon, RandomGenerator random) {
        String server = NodeId.node(1 + random.nextInt(servers)).name();
        Duration at = Duration.ofNanos(random.nextLong(horizon.toNanos()));
        Duration absence = Duration.ofNanos(random.nextLong(LONGEST_ABSENCE.toNanos()));
        List<Step> steps = List.of(Step.write("remove", server), Step.write("add", server));
        return new Session(0, clients(), at, steps, absence);
    }
}
