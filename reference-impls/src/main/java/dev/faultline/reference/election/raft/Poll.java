package dev.faultline.reference.election.raft;

import dev.faultline.harness.node.NodeId;
import java.util.Set;
import java.util.TreeSet;

/** The answers to a node that canvasses or stands. An answer that arrives twice counts once. */
final class Poll {
    private final Set<NodeId> granted = new TreeSet<>();
    private final Set<NodeId> refused = new TreeSet<>();

    /** Starts afresh, with the vote of the node itself. */
    void begin(NodeId self) {
        granted.clear();
        refused.clear();
        granted.add(self);
    }

    void count(NodeId from, boolean yes) {
        (yes ? granted : refused).add(from);
    }

    int granted() {
        return granted.size();
    }

    int refused() {
        return refused.size();
    }
}
