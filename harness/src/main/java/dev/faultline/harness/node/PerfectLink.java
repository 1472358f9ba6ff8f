package dev.faultline.harness.node;

import java.time.Duration;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Gives a node reliable point-to-point links over a lossy network: every message is sent again until it is acknowledged,
 * and delivered once per incarnation of its receiver (Cachin, Guerraoui, Rodrigues, section 2.4, with the incarnations of
 * the crash-recovery model, section 2.5). Order is not kept. What a crashed sender had not delivered yet is lost.
 *
 * <p>Messages from and to clients pass untouched. The sender's incarnation is kept in the cell {@code perfect-link}.
 *
 * @param <M> the messages of the algorithm
 */
public final class PerfectLink<M extends Message> implements Node<Message> {
    private static final Duration RETRANSMIT_AFTER = Duration.ofMillis(50);
    private static final String CELL = "perfect-link";

    /** A message under way, numbered by its sender's incarnation. */
    public record Data(long incarnation, long sequence, Message payload) implements Message {}

    /** Tells the sender that {@link Data} has arrived. */
    public record Acknowledgement(long incarnation, long sequence) implements Message {}

    /** How often this node has booted. */
    public record Incarnation(long number) {}

    private record Retransmit() implements Timeout {}

    private record Unacknowledged(NodeId to, Data data) {}

    private static final Timeout RETRANSMIT = new Retransmit();

    private final Node<M> node;
    private final Map<Long, Unacknowledged> unacknowledged = new LinkedHashMap<>();
    private final Map<NodeId, Received> received = new TreeMap<>();
    private Environment<M> linked;
    private long incarnation;
    private long sequence;

    public PerfectLink(Node<M> node) {
        this.node = node;
    }

    @Override
    public void onStart(Environment<Message> env) {
        incarnation = env.storage()
                .get(CELL)
                .map(cell -> ((Incarnation) cell).number() + 1)
                .orElse(1L);
        env.storage().put(CELL, new Incarnation(incarnation));
        env.storage().sync();
        linked = new Linked(env);
        node.onStart(linked);
    }

    @Override
    public void onMessage(NodeId from, Message message, Environment<Message> env) {
        if (message instanceof Data data) {
            onData(from, data, env);
        } else if (message instanceof Acknowledgement acknowledgement) {
            onAcknowledgement(acknowledgement, env);
        } else {
            deliver(from, message);
        }
    }

    @Override
    public void onTimeout(Timeout timeout, Environment<Message> env) {
        if (timeout.equals(RETRANSMIT)) {
            unacknowledged.values().forEach(open -> env.send(open.to(), open.data()));
            env.setTimer(RETRANSMIT, RETRANSMIT_AFTER);
        } else {
            node.onTimeout(timeout, linked);
        }
    }

    @Override
    public Record state() {
        return node.state();
    }

    /** Acknowledges only afterwards: a receiver that dies in the middle is sent the message again in its next life. */
    private void onData(NodeId from, Data data, Environment<Message> env) {
        Received link = received.computeIfAbsent(from, sender -> new Received());
        if (link.isNew(data.incarnation(), data.sequence())) {
            deliver(from, data.payload());
        }
        env.send(from, new Acknowledgement(data.incarnation(), data.sequence()));
    }

    private void onAcknowledgement(Acknowledgement message, Environment<Message> env) {
        if (message.incarnation() == incarnation && unacknowledged.remove(message.sequence()) != null) {
            if (unacknowledged.isEmpty()) {
                env.cancelTimer(RETRANSMIT);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void deliver(NodeId from, Message message) {
        node.onMessage(from, (M) message, linked);
    }

    private void transmit(NodeId to, Message message, Environment<Message> env) {
        if (to.isClient()) {
            env.send(to, message);
            return;
        }
        if (unacknowledged.isEmpty()) {
            env.setTimer(RETRANSMIT, RETRANSMIT_AFTER);
        }
        Data data = new Data(incarnation, ++sequence, message);
        unacknowledged.put(sequence, new Unacknowledged(to, data));
        env.send(to, data);
    }

    /** What arrived from the latest incarnation of one sender. Sequence numbers are dense, so a bit set stays small. */
    private static final class Received {
        private final BitSet sequences = new BitSet();
        private long incarnation;

        boolean isNew(long fromIncarnation, long sequence) {
            if (fromIncarnation < incarnation) {
                return false;
            }
            if (fromIncarnation > incarnation) {
                incarnation = fromIncarnation;
                sequences.clear();
            }
            int bit = Math.toIntExact(sequence);
            boolean isNew = !sequences.get(bit);
            sequences.set(bit);
            return isNew;
        }
    }

    /** The environment that the wrapped node sees. */
    private final class Linked implements Environment<M> {
        private final Environment<Message> env;

        Linked(Environment<Message> env) {
            this.env = env;
        }

        @Override
        public NodeId self() {
            return env.self();
        }

        @Override
        public Set<NodeId> members() {
            return env.members();
        }

        @Override
        public Set<NodeId> members(String role) {
            return env.members(role);
        }

        @Override
        public InstantSource clock() {
            return env.clock();
        }

        @Override
        public Duration uptime() {
            return env.uptime();
        }

        @Override
        public RandomGenerator random() {
            return env.random();
        }

        @Override
        public Storage storage() {
            return env.storage();
        }

        @Override
        public void send(NodeId to, M message) {
            transmit(to, message, env);
        }

        @Override
        public void setTimer(Timeout timeout, Duration after) {
            env.setTimer(timeout, after);
        }

        @Override
        public void cancelTimer(Timeout timeout) {
            env.cancelTimer(timeout);
        }
    }
}
