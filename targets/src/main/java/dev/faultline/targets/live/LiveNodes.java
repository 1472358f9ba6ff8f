package dev.faultline.targets.live;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.wire.Envelope;
import dev.faultline.targets.runner.ControlMessage;
import dev.faultline.targets.runner.ControlMessage.NodeStatus;
import dev.faultline.targets.runner.ControlMessage.Pong;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nodes of one run: boots them, talks to their runners, and learns of their deaths. */
final class LiveNodes implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofMillis(300);
    private static final long DEATH_AFTER_EFFECTS = 20;
    private static final long DEATH_AT_ONCE = 200;

    private final Site site;
    private final Loop loop;
    private final boolean showStates;
    private final Listener listener;
    private final Map<NodeId, LiveNode> nodes = new LinkedHashMap<>();
    private final Punctuality punctuality;

    /** Hears of the nodes, in the loop. */
    interface Listener {
        /** A node has said something that is not about its running. */
        void heard(NodeId from, Envelope envelope);

        /** A node is about to count as dead, at a moment that nobody has recorded yet. */
        void dies(NodeId node);

        /** A node counts as dead. */
        void died(NodeId node);
    }

    /** @param showStates whether nodes shall show every state that they have */
    LiveNodes(Collection<NodeId> ids, Site site, Loop loop, boolean showStates, Listener listener) {
        this.site = site;
        this.loop = loop;
        this.showStates = showStates;
        this.listener = listener;
        this.punctuality = new Punctuality(loop, nodes.values(), this::ping);
        ids.forEach(id -> nodes.put(id, new LiveNode(id)));
    }

    /** Boots all of them at once; none starts before all listen. */
    void bootAll() {
        Together.all(nodes.keySet(), this::prepare);
        nodes.values().forEach(this::look);
    }

    Collection<LiveNode> all() {
        return nodes.values();
    }

    LiveNode node(NodeId id) {
        LiveNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("The cluster has no node '" + id
                    + "', so nothing can reach it. Its nodes are " + nodes.keySet() + ".");
        }
        return node;
    }

    /** Boots a node and waits until it can be asked. */
    void boot(NodeId id) {
        prepare(id);
        look(node(id));
    }

    /** Lets a node's program listen, which does nothing by itself until somebody looks. */
    private void prepare(NodeId id) {
        LiveNode node = node(id);
        try {
            site.boot(id, node.nextBoot());
            Ear ear = new Ear(node);
            NodeConnection connection = site.connect(id, ear);
            ear.connection = connection;
            node.connected(connection);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause.getMessage(), cause);
        }
    }

    private void look(LiveNode node) {
        send(node, ControlMessage.HARNESS, node.skew());
        if (showStates) {
            send(node, ControlMessage.HARNESS, new ControlMessage.ShowStates());
        }
        send(node, ControlMessage.HARNESS, new ControlMessage.Watch());
    }

    /** From here on the node counts as dead: whatever it still says is lost. In the loop. */
    void lose(NodeId id) {
        LiveNode node = node(id);
        if (node.isUp()) {
            node.connection().ifPresent(NodeConnection::close);
            node.lost();
            punctuality.gone(id);
            listener.died(id);
        }
    }

    /** As {@link #lose}, at a moment that nobody has recorded yet: since the fault struck, the node may have granted something. */
    private void loseLate(NodeId id) {
        if (node(id).isUp()) {
            listener.dies(id);
            lose(id);
        }
    }

    /** Lets a node die by itself before one of its next effects; when it does not so in time, it counts as dead all the same. */
    void condemn(NodeId id, int afterEffects, double kept) {
        LiveNode node = node(id);
        send(node, ControlMessage.HARNESS, new ControlMessage.Die(afterEffects, kept));
        long patience = afterEffects == 0 ? DEATH_AT_ONCE : DEATH_AFTER_EFFECTS;
        Together.awaitOrPass(() -> !node.isUp(), Duration.ofMillis(patience));
        Together.in(loop, () -> loseLate(id));
    }

    void skew(NodeId id, Duration offset, double rate) {
        LiveNode node = node(id);
        node.skewed(offset, rate);
        send(node, ControlMessage.HARNESS, node.skew());
    }

    void send(LiveNode node, NodeId from, Message message) {
        node.connection().ifPresent(to -> to.send(new Envelope(from, node.id, message)));
    }

    /** Asks every node for what it has counted, and gives it a moment to answer. */
    void hearLastWords() {
        List<LiveNode> asked = nodes.values().stream().filter(LiveNode::isUp).toList();
        asked.forEach(LiveNode::listen);
        asked.forEach(node -> send(node, ControlMessage.HARNESS, new ControlMessage.Watch()));
        Together.awaitOrPass(() -> asked.stream().allMatch(LiveNode::hasSpoken), LAST_WORDS);
    }

    /** What every node that is up showed last. */
    Map<NodeId, Record> states() {
        Map<NodeId, Record> states = new LinkedHashMap<>();
        nodes.values().forEach(node -> node.state().ifPresent(state -> states.put(node.id, state)));
        return states;
    }

    /** What all have counted so far. */
    Counts counts() {
        return new Counts(nodes.values());
    }

    private void ping(LiveNode node) {
        send(node, ControlMessage.HARNESS, new ControlMessage.Ping());
    }

    /** Knows which nodes faults hold up. */
    Punctuality punctuality() {
        return punctuality;
    }

    /** Ends the lines to them. */
    @Override
    public void close() {
        nodes.values().forEach(node -> node.connection().ifPresent(NodeConnection::close));
    }

    /** Hands what a node says to the loop. */
    private final class Ear implements NodeConnection.Listener {
        private final LiveNode node;
        private volatile NodeConnection connection;

        Ear(LiveNode node) {
            this.node = node;
        }

        @Override
        public void received(Envelope envelope) {
            soon(() -> hear(envelope));
        }

        /** Does something in the loop, unless the node is dead by then. */
        private void soon(Runnable action) {
            loop.soon(() -> {
                if (node.isCurrent(connection)) {
                    action.run();
                }
            });
        }

        private void hear(Envelope envelope) {
            if (envelope.body() instanceof NodeStatus status) {
                node.shows(status);
            } else if (envelope.body() instanceof Pong) {
                punctuality.answered(node.id);
            } else {
                listener.heard(node.id, envelope);
            }
        }

        @Override
        public void ended() {
            soon(() -> loseLate(node.id));
        }
    }
}
