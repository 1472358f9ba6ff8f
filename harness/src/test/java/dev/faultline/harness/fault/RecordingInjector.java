package dev.faultline.harness.fault;

import dev.faultline.harness.node.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Five nodes to which nothing happens; what was to happen is written down. */
final class RecordingInjector implements FaultInjector {
    private final List<String> done = new ArrayList<>();

    /** What was to happen since this was asked last. */
    List<String> done() {
        List<String> all = List.copyOf(done);
        done.clear();
        return all;
    }

    @Override
    public List<NodeId> nodes() {
        return IntStream.rangeClosed(1, 5).mapToObj(NodeId::node).toList();
    }

    @Override
    public Set<NodeId> nodes(String role) {
        return new LinkedHashSet<>(nodes());
    }

    @Override
    public boolean isUp(NodeId node) {
        return true;
    }

    @Override
    public Optional<Record> state(NodeId node) {
        return Optional.empty();
    }

    @Override
    public void crash(NodeId node, int afterEffects, double keptUnsynced) {
        done.add("crash " + node);
    }

    @Override
    public void start(NodeId node) {
        done.add("start " + node);
    }

    @Override
    public void pause(NodeId node) {
        done.add("pause " + node);
    }

    @Override
    public void resume(NodeId node) {
        done.add("resume " + node);
    }

    @Override
    public void cut(NodeId from, NodeId to) {
        done.add("cut " + from + " " + to);
    }

    @Override
    public void mend(NodeId from, NodeId to) {
        done.add("mend " + from + " " + to);
    }

    @Override
    public void disturb(Disturbance disturbance) {
        done.add("disturb " + disturbance);
    }

    @Override
    public void calm(Disturbance disturbance) {
        done.add("calm " + disturbance);
    }

    @Override
    public void skew(NodeId node, Duration offset, double rate) {
        done.add("skew " + node);
    }

    @Override
    public Machines machines() {
        return new Machines() {
            @Override
            public void disconnect(NodeId node) {
                done.add("disconnect " + node);
            }

            @Override
            public void connect(NodeId node) {
                done.add("connect " + node);
            }

            @Override
            public void limitCpu(NodeId node, double share) {
                done.add("limit " + node + " to " + share);
            }

            @Override
            public void freeCpu(NodeId node) {
                done.add("free " + node);
            }

            @Override
            public void limitMemory(NodeId node) {
                done.add("starve " + node);
            }
        };
    }
}
