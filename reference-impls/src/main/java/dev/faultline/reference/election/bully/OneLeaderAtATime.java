package dev.faultline.reference.election.bully;

import dev.faultline.harness.node.LeaderState;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Invariant;
import dev.faultline.harness.property.Sight;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** At no moment do two live nodes believe that they lead. O(log n) per event. */
final class OneLeaderAtATime extends Invariant {
    private final Set<NodeId> leaders = new TreeSet<>();

    OneLeaderAtATime() {
        super(Sight.EVERY_MOMENT);
    }

    @Override
    public Optional<String> onState(NodeId node, Record state, long at) {
        if (state instanceof LeaderState claimed && claimed.isLeader()) {
            leaders.add(node);
        } else {
            leaders.remove(node);
        }
        return leaders.size() < 2 ? Optional.empty() : Optional.of("The nodes " + leaders + " lead at the same time.");
    }

    @Override
    public void onCrash(NodeId node, long at) {
        leaders.remove(node);
    }
}
