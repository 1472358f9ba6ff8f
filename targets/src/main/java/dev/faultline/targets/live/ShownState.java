package dev.faultline.targets.live;

import dev.faultline.harness.node.HolderState;
import dev.faultline.harness.node.LeaderState;
import dev.faultline.targets.runner.ControlMessage.NodeStatus;

/** What a running node shows of its state. */
record ShownState(boolean isLeader, long term, boolean isHolder) implements LeaderState, HolderState {
    static ShownState of(NodeStatus status) {
        return new ShownState(status.leader(), status.term(), status.holder());
    }
}
