package dev.faultline.targets.live;

import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.runner.ControlMessage;
import dev.faultline.targets.runner.ControlMessage.NodeStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One place in the cluster: what the harness knows of the node that runs there now, if any. Its fields change in the run's loop;
 * anybody may look.
 */
final class LiveNode {
    final NodeId id;
    private final List<NodeStatus> past = new ArrayList<>();
    private volatile NodeConnection connection;
    private volatile NodeStatus status;
    private volatile ControlMessage.Skew skew = new ControlMessage.Skew(0, 1);
    private volatile boolean spoken;
    private int boots;

    LiveNode(NodeId id) {
        this.id = id;
    }

    int nextBoot() {
        return ++boots;
    }

    boolean isUp() {
        return connection != null;
    }

    void connected(NodeConnection to) {
        connection = to;
    }

    Optional<NodeConnection> connection() {
        return Optional.ofNullable(connection);
    }

    /** Whether this is the connection to the node that runs now. */
    boolean isCurrent(NodeConnection candidate) {
        return connection == candidate;
    }

    /** The node is gone; what it has counted stays. */
    void lost() {
        connection = null;
        if (status != null) {
            past.add(status);
            status = null;
        }
    }

    void shows(NodeStatus latest) {
        status = latest;
        spoken = true;
    }

    /** Counts from now whether the node shows anything. */
    void listen() {
        spoken = false;
    }

    boolean hasSpoken() {
        return spoken;
    }

    /** Whether the node that runs now has shown itself. */
    boolean isKnown() {
        return status != null;
    }

    Optional<ShownState> state() {
        return Optional.ofNullable(status).map(ShownState::of);
    }

    /** Everything that the boots of this node have counted, as far as it reached the harness. */
    List<NodeStatus> counted() {
        List<NodeStatus> all = new ArrayList<>(past);
        Optional.ofNullable(status).ifPresent(all::add);
        return all;
    }

    ControlMessage.Skew skew() {
        return skew;
    }

    void skewed(Duration offset, double rate) {
        skew = new ControlMessage.Skew(offset.toNanos(), rate);
    }
}
