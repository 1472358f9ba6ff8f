package dev.faultline.harness.property;

import dev.faultline.harness.node.LeaderState;
import dev.faultline.harness.node.NodeId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Election safety: at most one leader is elected in a term (Ongaro and Ousterhout, figure 3). */
final class OneLeaderPerTerm extends Invariant {
    private final Map<Long, NodeId> leaders = new HashMap<>();

    OneLeaderPerTerm() {
        super(Sight.EACH_NODE);
    }

    @Override
    public Optional<String> onState(NodeId node, Record state, long at) {
        if (!(state instanceof LeaderState claimed) || !claimed.isLeader()) {
            return Optional.empty();
        }
        NodeId first = leaders.putIfAbsent(claimed.term(), node);
        return first == null || first.equals(node)
                ? Optional.empty()
                : Optional.of("Both " + first + " and " + node + " were leader of term " + claimed.term() + ".");
    }
}
