package dev.faultline.reference.election.bully;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Invariant;
import dev.faultline.harness.property.Sight;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A leader that is alive, and that a majority of the nodes has followed for the last 200 ms, stays leader. O(n) per event of
 * the leader, and O(log n) per other event.
 */
final class SeatedLeader extends Invariant {
    private static final Duration SEATED_AFTER = Duration.ofMillis(200);

    private final int majority;
    private final Map<NodeId, NodeId> followed = new TreeMap<>();
    private NodeId leader;
    private long followedSince;

    SeatedLeader(int nodes) {
        super(Sight.EVERY_MOMENT);
        this.majority = nodes / 2 + 1;
    }

    @Override
    public Optional<String> onState(NodeId node, Record state, long at) {
        if (!(state instanceof BullyState bully)) {
            return Optional.empty();
        }
        Duration seat = Duration.ofNanos(at - followedSince);
        boolean unseated = node.equals(leader) && !bully.isLeader() && seat.compareTo(SEATED_AFTER) >= 0;
        NodeId before = bully.leader() == null ? followed.remove(node) : followed.put(node, bully.leader());
        if (before == null ? bully.leader() != null : !before.equals(bully.leader())) {
            recount(at);
        }
        return unseated
                ? Optional.of(node + " gave way although it was alive and a majority had followed it for "
                        + seat.toMillis() + " ms.")
                : Optional.empty();
    }

    @Override
    public void onCrash(NodeId node, long at) {
        followed.remove(node);
        recount(at);
    }

    /** Finds the leader that leads itself and a majority, if there is one. */
    private void recount(long at) {
        NodeId now = null;
        for (NodeId candidate : followed.keySet()) {
            long votes = followed.values().stream().filter(candidate::equals).count();
            if (candidate.equals(followed.get(candidate)) && votes >= majority) {
                now = candidate;
            }
        }
        if (now == null || !now.equals(leader)) {
            leader = now;
            followedSince = at;
        }
    }
}
