package dev.faultline.targets.live;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.MessageCounts;
import dev.faultline.targets.runner.ControlMessage.NodeStatus;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Adds up what the nodes of a run have counted. What a killed node counted since its last word is missing. */
final class Counts {
    private final Map<String, Long> types = new TreeMap<>();
    private final Map<NodeId, Long> senders = new LinkedHashMap<>();
    private final Map<NodeId, Long> receivers = new LinkedHashMap<>();
    private long steps;

    Counts(Collection<LiveNode> nodes) {
        nodes.forEach(node -> {
            senders.put(node.id, 0L);
            receivers.put(node.id, 0L);
        });
        nodes.forEach(node -> node.counted().forEach(status -> add(node.id, status)));
    }

    private void add(NodeId node, NodeStatus status) {
        steps += status.steps();
        status.sentByType().forEach((type, count) -> types.merge(type, count, Long::sum));
        status.sentTo().forEach((to, count) -> {
            senders.merge(node, count, Long::sum);
            receivers.merge(to, count, Long::sum);
        });
    }

    long steps() {
        return steps;
    }

    /** Nobody counts arrivals outside of a simulation, so every event that a node handled stands for one. */
    MessageCounts messages() {
        return new MessageCounts(types, senders, receivers, steps);
    }
}
