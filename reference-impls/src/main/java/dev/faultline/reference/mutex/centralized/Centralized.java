package dev.faultline.reference.mutex.centralized;

import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.PerfectLink;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.scenario.Measure;
import dev.faultline.harness.workload.Invocation;
import dev.faultline.reference.mutex.Entries;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Acquire;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Release;
import java.util.OptionalDouble;

/** Mutual exclusion by a coordinator. */
public final class Centralized {
    /** The role of the one coordinator, {@code n1}. */
    public static final String COORDINATOR = "coordinator";

    /** The role of the nodes that clients ask. */
    public static final String PARTICIPANT = "participant";

    private Centralized() {}

    /** A coordinator {@code n1} and this many participants, {@code n2} and on, each with its client beside it. */
    public static Cluster cluster(int participants) {
        return Cluster.of(
                        Role.role(COORDINATOR, 1, CoordinatorNode::new).over(node -> new PerfectLink<>(node)),
                        Role.role(PARTICIPANT, participants, ParticipantNode::new)
                                .over(node -> new PerfectLink<>(node)))
                .requests(Centralized::request)
                .clients(Clients.pinnedTo(PARTICIPANT));
    }

    private static CentralizedMessage request(Invocation invocation) {
        String resource = (String) invocation.value();
        return switch (invocation.f()) {
            case "acquire" -> new Acquire(invocation.msgId(), resource);
            case "release" -> new Release(invocation.msgId(), resource);
            default ->
                throw new IllegalArgumentException("Nobody can :" + invocation.f()
                        + " here, so the workload cannot run. Use one of acquire and release.");
        };
    }

    /** Messages per entry; the textbook says a request, a grant and a release. */
    public static Measure messagesPerEntry() {
        return Entries.messages("3");
    }

    /** The share of all messages that the coordinator sends or receives. */
    public static Measure coordinatorsShare() {
        return new Measure("coordinator's share of the messages", "%", "100", Centralized::share);
    }

    private static OptionalDouble share(Run run) {
        NodeId coordinator = run.cluster().members(COORDINATOR).iterator().next();
        long total = run.messages().total();
        return total == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * run.messages().touching(coordinator) / total);
    }
}
