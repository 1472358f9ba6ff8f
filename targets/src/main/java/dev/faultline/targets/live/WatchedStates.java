package dev.faultline.targets.live;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.property.Sight;
import dev.faultline.harness.wire.WireFormat;
import dev.faultline.targets.runner.ControlMessage;
import dev.faultline.targets.runner.ControlMessage.NodeState;
import dev.faultline.targets.runner.RecordCodec;
import java.util.List;
import java.util.Optional;

/** Shows monitors the states of running nodes, each node's in their order. Used by the loop's thread. */
final class WatchedStates {
    private final List<Monitor> monitors;
    private final Optional<RecordCodec> codec;

    /** An objection to a state. */
    record Objection(int monitor, String explanation) {}

    WatchedStates(Cluster cluster, List<Monitor> monitors) {
        this.monitors = monitors;
        boolean wanted = monitors.stream().anyMatch(monitor -> monitor.sight() != Sight.NOTHING);
        this.codec = wanted ? Optional.of(codec(cluster)) : Optional.empty();
    }

    private static RecordCodec codec(Cluster cluster) {
        ClassLoader loader = cluster.roles().get(0).program().getClass().getClassLoader();
        return new RecordCodec(WireFormat.of(cluster.roles(), ControlMessage.class), loader);
    }

    /** Whether anybody wants to see states. */
    boolean areWanted() {
        return codec.isPresent();
    }

    /** What is wrong about a node's next state, if anything is. */
    Optional<Objection> see(NodeId node, NodeState shown, long at) {
        Record state = codec.orElseThrow().read(shown.kind(), shown.json());
        for (int i = 0; i < monitors.size(); i++) {
            Optional<String> explanation = monitors.get(i).onState(node, state, at);
            if (explanation.isPresent()) {
                return Optional.of(new Objection(i, explanation.get()));
            }
        }
        return Optional.empty();
    }
}
