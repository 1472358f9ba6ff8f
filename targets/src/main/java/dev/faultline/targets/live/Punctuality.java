package dev.faultline.targets.live;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.Delay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Measures whether the machine keeps up. Every so often it asks each node for a sign of life and waits for the answer, which comes
 * through the node's event loop; a node that a fault holds up is not asked, and one that never answers is not late. How late the asking
 * itself is says how late the harness is, and the proxy in it. Used by the run's loop, but for {@link #hold} and {@link #release}.
 */
final class Punctuality {
    private static final long EVERY = 20_000_000;

    /** Shorter delays are not worth telling. */
    private static final long WORTH_TELLING = 20_000_000;

    private final Timeline time;
    private final Collection<LiveNode> nodes;
    private final Consumer<LiveNode> asking;
    private final Map<NodeId, Long> askedAt = new HashMap<>();
    private final Map<NodeId, Integer> holds = new ConcurrentHashMap<>();
    private final List<Delay> delays = new ArrayList<>();

    /** @param asking asks a node, which is to be told to {@link #answered} */
    Punctuality(Timeline time, Collection<LiveNode> nodes, Consumer<LiveNode> asking) {
        this.time = time;
        this.nodes = nodes;
        this.asking = asking;
    }

    /** Measures from now until the run ends. */
    void begin() {
        tick(time.now());
    }

    private void tick(long planned) {
        long now = time.now();
        note("the harness", now - planned, now);
        nodes.forEach(node -> look(node, now));
        long next = now + EVERY;
        time.at(next, () -> tick(next));
    }

    private void look(LiveNode node, long now) {
        if (!node.isKnown() || isHeld(node.id)) {
            askedAt.remove(node.id);
            return;
        }
        if (askedAt.putIfAbsent(node.id, now) == null) {
            asking.accept(node);
        }
    }

    void answered(NodeId node) {
        Long since = askedAt.remove(node);
        if (since != null && !isHeld(node)) {
            note(node.name(), time.now() - since, time.now());
        }
    }

    private boolean isHeld(NodeId node) {
        return holds.getOrDefault(node, 0) > 0;
    }

    private void note(String whose, long by, long at) {
        if (by > WORTH_TELLING) {
            delays.add(new Delay(whose, Duration.ofNanos(by), Duration.ofNanos(at)));
        }
    }

    /** A fault begins to hold up a node. From any thread, before it does. */
    void hold(NodeId node) {
        holds.merge(node, 1, Integer::sum);
    }

    /** A fault holds up a node no longer. From any thread, when it does not. */
    void release(NodeId node) {
        time.soon(() -> {
            askedAt.remove(node);
            holds.merge(node, -1, Integer::sum);
        });
    }

    /** A node's boot is over; the next one owes no answer. */
    void gone(NodeId node) {
        askedAt.remove(node);
    }

    /** What has been late so far. */
    List<Delay> delays() {
        return List.copyOf(delays);
    }
}
