package dev.faultline.targets.stdio;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.FaultInjector;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.live.Pauses;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What faults may do to programs and to the network between them. Used by the loop's thread. */
final class ProgramFaults implements FaultInjector {
    /** The faults that programs can be under, by their names. */
    static final List<String> NAMES =
            List.of("partition", "one-way-partition", "restart", "pause", "delay", "loss", "duplication");

    private final ProgramCluster cluster;
    private final Network network;
    private final List<NodeId> nodes;
    private final Pauses pauses = new Pauses();

    ProgramFaults(ProgramCluster cluster, Network network) {
        this.cluster = cluster;
        this.network = network;
        this.nodes = cluster.names().stream().map(NodeId::new).toList();
    }

    @Override
    public List<NodeId> nodes() {
        return nodes;
    }

    @Override
    public Set<NodeId> nodes(String role) {
        return new LinkedHashSet<>(nodes);
    }

    @Override
    public boolean isUp(NodeId node) {
        return cluster.isUp(node.name());
    }

    /** Nobody can look into a program. */
    @Override
    public Optional<Record> state(NodeId node) {
        return Optional.empty();
    }

    /** Nobody knows what a program is about to do, so it dies at once, which may be in the middle of anything. */
    @Override
    public void crash(NodeId node, int afterEffects, double keptUnsynced) {
        pauses.forget(node);
        cluster.kill(node.name());
    }

    @Override
    public void start(NodeId node) {
        cluster.start(node.name());
    }

    @Override
    public void pause(NodeId node) {
        if (isUp(node) && pauses.begin(node)) {
            cluster.stop(node.name());
        }
    }

    @Override
    public void resume(NodeId node) {
        if (pauses.end(node)) {
            cluster.goOn(node.name());
        }
    }

    @Override
    public void cut(NodeId from, NodeId to) {
        network.cut(from, to);
    }

    @Override
    public void mend(NodeId from, NodeId to) {
        network.mend(from, to);
    }

    @Override
    public void disturb(Disturbance disturbance) {
        network.disturb(disturbance);
    }

    @Override
    public void calm(Disturbance disturbance) {
        network.calm(disturbance);
    }

    @Override
    public void skew(NodeId node, Duration offset, double rate) {
        throw new UnsupportedOperationException("The clock of a program cannot be set wrong from outside.");
    }
}
