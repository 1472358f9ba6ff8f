package dev.faultline.reference.mutex.ricartagrawala;

import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.PerfectLink;
import dev.faultline.harness.scenario.Measure;
import dev.faultline.harness.workload.Invocation;
import dev.faultline.reference.mutex.Entries;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Acquire;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Release;

/** The algorithm of Ricart and Agrawala. */
public final class RicartAgrawala {
    /** The role of every node. */
    public static final String NODE = "node";

    private RicartAgrawala() {}

    /** This many nodes, each with its client beside it. */
    public static Cluster cluster(int nodes) {
        return Cluster.of(Role.role(NODE, nodes, RicartAgrawalaNode::new).over(node -> new PerfectLink<>(node)))
                .requests(RicartAgrawala::request)
                .clients(Clients.pinnedTo(NODE));
    }

    private static RicartAgrawalaMessage request(Invocation invocation) {
        String resource = (String) invocation.value();
        return switch (invocation.f()) {
            case "acquire" -> new Acquire(invocation.msgId(), resource);
            case "release" -> new Release(invocation.msgId(), resource);
            default ->
                throw new IllegalArgumentException("Nobody can :" + invocation.f()
                        + " here, so the workload cannot run. Use one of acquire and release.");
        };
    }

    /** Messages per entry on so many nodes; the paper says a request to and a reply from every other one. */
    public static Measure messagesPerEntry(int nodes) {
        return Entries.messages("2(n−1) = " + 2 * (nodes - 1));
    }
}
