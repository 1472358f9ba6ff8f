package dev.faultline.reference.election.bully;

import dev.faultline.harness.node.LeaderState;
import dev.faultline.harness.node.NodeId;

/**
 * What a node shows of itself.
 *
 * @param leader whom it follows, itself while it leads, or {@code null}
 */
public record BullyState(BullyPhase phase, NodeId leader) implements LeaderState {
    @Override
    public boolean isLeader() {
        return phase == BullyPhase.LEADING;
    }

    /** Always 0: the algorithm has no terms. */
    @Override
    public long term() {
        return 0;
    }
}
