package dev.faultline.harness.runtime;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import java.util.Map;

/**
 * How many messages nodes sent to other nodes. A message that a link sends again counts once, its acknowledgements not at all,
 * as the textbooks count.
 *
 * @param byType per message type, by its simple name, in alphabetical order
 * @param bySender per node that sent them
 * @param byReceiver per node that they were sent to
 * @param delivered how many messages of any kind arrived anywhere, acknowledgements, repetitions and clients' included
 */
public record MessageCounts(
        Map<String, Long> byType, Map<NodeId, Long> bySender, Map<NodeId, Long> byReceiver, long delivered) {

    /** All of them. */
    public long total() {
        return byType.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Those of one type. */
    public long of(Class<? extends Message> type) {
        return byType.getOrDefault(type.getSimpleName(), 0L);
    }

    /** Those that a node sent or received. */
    public long touching(NodeId node) {
        return bySender.getOrDefault(node, 0L) + byReceiver.getOrDefault(node, 0L);
    }
}
