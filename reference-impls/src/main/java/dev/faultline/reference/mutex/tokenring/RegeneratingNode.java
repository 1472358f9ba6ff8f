package dev.faultline.reference.mutex.tokenring;

import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Timeout;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Answer;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Inquiry;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Serial;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Token;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** A member that makes a new token when everybody alive agrees that the old one is lost. */
class RegeneratingNode extends TokenRingNode {
    /** How long a member misses the token before it asks. Asking too early costs messages, not safety. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    /** The patience of members differs by up to this, so that seldom two ask at once. */
    private static final Duration SPREAD = Duration.ofMillis(500);

    private static final long NONE = 0;

    /** Who has not answered the open inquiry. */
    private final Set<NodeId> unheard = new TreeSet<>();

    /** The generation that the open inquiry is about. */
    private long inquired = NONE;

    enum RegenerationTimeout implements Timeout {
        TOKEN_MISSED,
        INQUIRY_OVER
    }

    /** A member that died with the token in its hands knows at once that it is lost. */
    @Override
    public void onStart(Environment<TokenRingMessage> env) {
        boolean diedWithToken = mark(env).map(Mark::here).orElse(false);
        super.onStart(env);
        awaitToken(env);
        if (diedWithToken && !answersForToken()) {
            inquire(env);
        }
    }

    @Override
    void receive(NodeId from, TokenRingMessage message, Environment<TokenRingMessage> env) {
        if (message instanceof Inquiry m) {
            onInquiry(from, m, env);
        } else if (message instanceof Answer m) {
            onAnswer(from, m, env);
        } else {
            super.receive(from, message, env);
            if (message instanceof Token && isHolder()) {
                closeInquiry(env);
                awaitToken(env);
            }
        }
    }

    @Override
    public void onTimeout(Timeout timeout, Environment<TokenRingMessage> env) {
        if (timeout == RegenerationTimeout.TOKEN_MISSED) {
            onTokenMissed(env);
        } else if (timeout == RegenerationTimeout.INQUIRY_OVER) {
            dead.addAll(unheard);
            regenerate(env);
        } else {
            super.onTimeout(timeout, env);
        }
    }

    private void onTokenMissed(Environment<TokenRingMessage> env) {
        awaitToken(env);
        if (answersForToken()) {
            return;
        }
        if (needsAgreement()) {
            inquire(env);
        } else {
            take(new Serial(seen.generation() + 1, 1), env);
        }
    }

    /** The token may be slow, or with a client that stays long: only its holder knows. */
    boolean needsAgreement() {
        return true;
    }

    /** The inquirer itself is the first to promise. */
    private void inquire(Environment<TokenRingMessage> env) {
        inquired = seen.generation() + 1;
        remember(new Serial(inquired, 0), false, env);
        unheard.addAll(others(env));
        unheard.forEach(other -> env.send(other, new Inquiry(inquired)));
        env.setTimer(RegenerationTimeout.INQUIRY_OVER, SILENCE);
    }

    /**
     * From now on the member takes no token older than the inquiry. A holder's token gets past that promise of others because
     * it becomes one of this generation too, with its next pass.
     */
    private void onInquiry(NodeId from, Inquiry m, Environment<TokenRingMessage> env) {
        boolean isNewer = m.generation() > seen.generation();
        boolean missing = isNewer && !answersForToken();
        if (isNewer) {
            remember(new Serial(m.generation(), 0), isHolder(), env);
        }
        if (missing) {
            closeInquiry(env);
            awaitToken(env);
        }
        env.send(from, new Answer(m.generation(), missing));
    }

    private void onAnswer(NodeId from, Answer m, Environment<TokenRingMessage> env) {
        if (m.generation() != inquired) {
            return;
        }
        unheard.remove(from);
        if (!m.missing()) {
            closeInquiry(env);
        } else if (unheard.isEmpty()) {
            regenerate(env);
        }
    }

    private void regenerate(Environment<TokenRingMessage> env) {
        Serial first = new Serial(inquired, 1);
        closeInquiry(env);
        take(first, env);
    }

    private void closeInquiry(Environment<TokenRingMessage> env) {
        inquired = NONE;
        unheard.clear();
        env.cancelTimer(RegenerationTimeout.INQUIRY_OVER);
    }

    private void awaitToken(Environment<TokenRingMessage> env) {
        Duration more = Duration.ofNanos(env.random().nextLong(SPREAD.toNanos()));
        env.setTimer(RegenerationTimeout.TOKEN_MISSED, PATIENCE.plus(more));
    }
}
