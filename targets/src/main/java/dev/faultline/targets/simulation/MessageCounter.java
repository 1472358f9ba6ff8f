package dev.faultline.targets.simulation;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.MessageCounts;
import dev.faultline.targets.runner.Originals;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts what nodes send to each other, as {@link MessageCounts} says. */
final class MessageCounter {
    private final IdentityHashMap<Class<?>, long[]> byType = new IdentityHashMap<>();
    private final long[] sent;
    private final long[] received;
    private final Originals[] originals;
    private long delivered;

    MessageCounter(int nodes) {
        sent = new long[nodes];
        received = new long[nodes];
        originals = Stream.generate(Originals::new).limit(nodes).toArray(Originals[]::new);
    }

    void sent(int from, int to, Message message) {
        if (from != to) {
            originals[from].original(message).ifPresent(counted -> {
                byType.computeIfAbsent(counted.getClass(), type -> new long[1])[0]++;
                sent[from]++;
                received[to]++;
            });
        }
    }

    void delivered() {
        delivered++;
    }

    MessageCounts counts(List<NodeId> nodes) {
        Map<String, Long> types = new TreeMap<>();
        byType.forEach((type, count) -> types.merge(type.getSimpleName(), count[0], Long::sum));
        Map<NodeId, Long> senders = new LinkedHashMap<>();
        Map<NodeId, Long> receivers = new LinkedHashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            senders.put(nodes.get(i), sent[i]);
            receivers.put(nodes.get(i), received[i]);
        }
        return new MessageCounts(types, senders, receivers, delivered);
    }
}
