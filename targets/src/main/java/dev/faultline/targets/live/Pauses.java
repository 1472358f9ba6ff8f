package dev.faultline.targets.live;

import dev.faultline.harness.node.NodeId;
import java.util.HashMap;
import java.util.Map;

/** Counts the pauses of nodes, which may overlap: a node stands still from the first one to the end of the last. */
public final class Pauses {
    private final Map<NodeId, Integer> open = new HashMap<>();

    /** A pause begins; answers whether the node has to be stopped for it. */
    public boolean begin(NodeId node) {
        return open.merge(node, 1, Integer::sum) == 1;
    }

    /** A pause ends; answers whether the node goes on. */
    public boolean end(NodeId node) {
        Integer left = open.computeIfPresent(node, (paused, count) -> count - 1);
        return left != null && left == 0 && forget(node);
    }

    /** The node is gone, and its pauses with it; answers whether it stood still. */
    public boolean forget(NodeId node) {
        return open.remove(node) != null;
    }
}
