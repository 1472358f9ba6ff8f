package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.workload.Session;
import dev.faultline.harness.workload.Step;
import dev.faultline.harness.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An operator who removes a server and adds it again, over and over: {@code remove} and {@code add}, whose value is the
 * server.
 *
 * @param servers how many servers there are
 * @param changes how often one of them goes and comes back
 */
record MembershipChanges(int servers, int changes) implements Workload {
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(1);

    @Override
    public String describe() {
        return "an operator who removes a server and adds it again, " + changes + " times";
    }

    @Override
    public int clients() {
        return 1;
    }

    @Override
    public List<Session> plan(Duration horizon, RandomGenerator random) {
        long interval = horizon.toNanos() / changes;
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            String server = NodeId.node(1 + random.nextInt(servers)).name();
            Duration at = Duration.ofNanos(i * interval + random.nextLong(interval));
            Duration absence = Duration.ofNanos(random.nextLong(LONGEST_ABSENCE.toNanos()));
            List<Step> steps = List.of(Step.write("remove", server), Step.write("add", server));
            sessions.add(new Session(i, 1, at, steps, absence));
        }
        return sessions;
    }
}
