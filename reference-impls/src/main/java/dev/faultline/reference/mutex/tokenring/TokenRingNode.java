package dev.faultline.reference.mutex.tokenring;

import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Timeout;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Acknowledgement;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Acquire;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Acquired;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Joined;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Release;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Released;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Serial;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Token;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A member of the ring. A lost token stays lost. */
class TokenRingNode implements Node<TokenRingMessage> {
    /** Who does not answer for so long is dead: longer than the slowest message and its slowest answer, 2 × 405 ms. */
    static final Duration SILENCE = Duration.ofMillis(900);

    /** How long the token rests with a member that does not need it, so that an idle ring is not a busy network. */
    private static final Duration REST = Duration.ofMillis(10);

    private static final String CELL = "token";

    /** Whom the member skips. */
    final Set<NodeId> dead = new TreeSet<>();

    /** The newest token that the member knows of. Everybody knows that a first one is made. */
    Serial seen = new Serial(1, 0);

    /** The head is inside or waits for the token. */
    private final Deque<Waiting> clients = new ArrayDeque<>();

    private Phase phase = Phase.AWAY;
    private NodeId receiver;
    private Serial passed;

    enum MemberTimeout implements Timeout {
        REST_OVER,
        RECEIVER_SILENT
    }

    /** Where the token is, as far as the member knows. */
    private enum Phase {
        AWAY,
        RESTING,
        INSIDE,
        /** Passed on, but not acknowledged. */
        PASSED
    }

    private record Waiting(NodeId client, Acquire acquire) {}

    /**
     * What the member knows for certain.
     *
     * @param seen the newest token that it knows of
     * @param here whether it has it
     */
    record Mark(Serial seen, boolean here) {}

    /** At its first boot, the first member of the ring makes the token. */
    @Override
    public void onStart(Environment<TokenRingMessage> env) {
        Optional<Mark> mark = mark(env);
        if (mark.isPresent()) {
            seen = mark.get().seen();
            others(env).forEach(other -> env.send(other, new Joined()));
            if (mayKeepToken(mark.get())) {
                use(env);
            }
        } else if (env.members().iterator().next().equals(env.self())) {
            take(seen.next(), env);
        } else {
            remember(seen, false, env);
        }
    }

    /** A member that was silent may have been skipped, so the token that it had may be anywhere. */
    boolean mayKeepToken(Mark mark) {
        return false;
    }

    @Override
    public final void onMessage(NodeId from, TokenRingMessage message, Environment<TokenRingMessage> env) {
        dead.remove(from);
        receive(from, message, env);
    }

    void receive(NodeId from, TokenRingMessage message, Environment<TokenRingMessage> env) {
        if (message instanceof Acquire m) {
            onAcquire(from, m, env);
        } else if (message instanceof Release m) {
            onRelease(from, m, env);
        } else if (message instanceof Token m) {
            onToken(from, m, env);
        } else if (message instanceof Acknowledgement m) {
            onAcknowledgement(m, env);
        } else if (!(message instanceof Joined)) {
            throw new IllegalStateException("A member does not expect " + message + ".");
        }
    }

    @Override
    public void onTimeout(Timeout timeout, Environment<TokenRingMessage> env) {
        if (timeout == MemberTimeout.RECEIVER_SILENT) {
            dead.add(receiver);
        }
        pass(env);
    }

    private void onAcquire(NodeId from, Acquire m, Environment<TokenRingMessage> env) {
        clients.add(new Waiting(from, m));
        if (phase == Phase.RESTING) {
            use(env);
        }
    }

    /** A client that was inside when this member's predecessor died has nothing to release any more. */
    private void onRelease(NodeId from, Release m, Environment<TokenRingMessage> env) {
        env.send(from, new Released(m.msgId(), m.resource()));
        if (phase == Phase.INSIDE && clients.getFirst().client().equals(from)) {
            clients.removeFirst();
            pass(env);
        }
    }

    /** A token that is not newer than the last one is a copy of it, or has been replaced: it ends here. */
    private void onToken(NodeId from, Token m, Environment<TokenRingMessage> env) {
        boolean isNew = m.serial().compareTo(seen) > 0;
        if (isNew) {
            remember(m.serial(), true, env);
        }
        env.send(from, new Acknowledgement(m.serial()));
        if (isNew && phase != Phase.INSIDE) {
            env.cancelTimer(MemberTimeout.RECEIVER_SILENT);
            use(env);
        }
    }

    private void onAcknowledgement(Acknowledgement m, Environment<TokenRingMessage> env) {
        if (phase == Phase.PASSED && m.serial().equals(passed)) {
            phase = Phase.AWAY;
            env.cancelTimer(MemberTimeout.RECEIVER_SILENT);
        }
    }

    /** Has the token from now on. */
    final void take(Serial serial, Environment<TokenRingMessage> env) {
        remember(serial, true, env);
        use(env);
    }

    private void use(Environment<TokenRingMessage> env) {
        if (clients.isEmpty()) {
            phase = Phase.RESTING;
            env.setTimer(MemberTimeout.REST_OVER, REST);
        } else {
            phase = Phase.INSIDE;
            env.cancelTimer(MemberTimeout.REST_OVER);
            Acquire first = clients.getFirst().acquire();
            env.send(clients.getFirst().client(), new Acquired(first.msgId(), first.resource()));
        }
    }

    private void pass(Environment<TokenRingMessage> env) {
        receiver = successor(env);
        if (receiver.equals(env.self())) {
            use(env);
            return;
        }
        phase = Phase.PASSED;
        passed = seen.next();
        remember(passed, false, env);
        env.send(receiver, new Token(passed));
        env.setTimer(MemberTimeout.RECEIVER_SILENT, SILENCE);
    }

    /** The next member that is not dead; the member itself when all the others are. */
    private NodeId successor(Environment<TokenRingMessage> env) {
        return others(env).stream()
                .filter(member -> !dead.contains(member))
                .findFirst()
                .orElse(env.self());
    }

    /** Durable before anybody can act upon it. */
    final void remember(Serial serial, boolean here, Environment<TokenRingMessage> env) {
        seen = serial;
        env.storage().put(CELL, new Mark(serial, here));
        env.storage().sync();
    }

    /** What a predecessor knew, if there was one. */
    static Optional<Mark> mark(Environment<TokenRingMessage> env) {
        return env.storage().get(CELL).map(Mark.class::cast);
    }

    /** Whether the member has the token. */
    final boolean isHolder() {
        return phase == Phase.RESTING || phase == Phase.INSIDE;
    }

    /** Whether the member has the token, or nobody else confirmed to have it. */
    final boolean answersForToken() {
        return phase != Phase.AWAY;
    }

    /** The other members, clockwise. */
    static List<NodeId> others(Environment<TokenRingMessage> env) {
        List<NodeId> ring = new ArrayList<>(env.members());
        Collections.rotate(ring, -ring.indexOf(env.self()));
        return ring.subList(1, ring.size());
    }

    @Override
    public TokenRingState state() {
        return new TokenRingState(seen, isHolder(), phase == Phase.INSIDE, Collections.unmodifiableSet(dead));
    }
}
