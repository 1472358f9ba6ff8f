package dev.faultline.harness.fault;

import dev.faultline.harness.fault.Disturbance.HalfOpen;
import dev.faultline.harness.node.NodeId;
import java.util.List;

/** What can happen to links short of a partition. */
final class Connections {
    private Connections() {}

    /** All links. */
    static FaultAction disturb(String f, Disturbance disturbance) {
        return (injector, random) -> {
            injector.disturb(disturbance);
            return new Strike(f, List.of("all"), f + "-over", () -> injector.calm(disturbance));
        };
    }

    /** The links from and to some nodes. */
    static FaultAction halfOpen(Nodes nodes) {
        return (injector, random) -> {
            List<NodeId> hit = nodes.choose(injector, random);
            hit.forEach(node -> injector.disturb(new HalfOpen(node)));
            return new Strike(
                    "half-open",
                    Outages.names(hit),
                    "half-open-over",
                    () -> hit.forEach(node -> injector.calm(new HalfOpen(node))));
        };
    }
}
