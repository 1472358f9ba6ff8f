package dev.faultline.harness.runtime;

import dev.faultline.checkers.history.History;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of one run.
 *
 * @param cluster what ran
 * @param history what clients and nemesis did and saw
 * @param faultsOver when the last fault was undone, since the run began
 * @param end when the run ended
 * @param messages how many messages were sent, between nodes
 * @param states what every node that is up showed last, in the order of the nodes
 * @param steps how many events the nodes handled
 * @param delays how the machine held up nodes and harness, as they ended; empty where time waits for them
 * @param broken the invariant that stopped the run, if one did
 */
public record Run(
        Cluster cluster,
        History history,
        Duration faultsOver,
        Duration end,
        MessageCounts messages,
        Map<NodeId, Record> states,
        long steps,
        List<Delay> delays,
        Optional<BrokenInvariant> broken) {

    /**
     * A monitor that stopped the run.
     *
     * @param monitor its position among the run's monitors, or {@link #NODE_FAILURE} when a node's handler threw
     * @param explanation what went wrong
     * @param step the event after which it was seen, from 1
     * @param at when, since the run began
     */
    public record BrokenInvariant(int monitor, String explanation, long step, Duration at) {
        public static final int NODE_FAILURE = -1;
    }
}
