package dev.faultline.reference.mutex.tokenring;

import dev.faultline.harness.scenario.Script;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.reference.mutex.tokenring.RegeneratingNode.RegenerationTimeout;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Acknowledgement;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Token;
import dev.faultline.reference.mutex.tokenring.TokenRingNode.MemberTimeout;
import java.util.stream.Stream;

/** Each class overrides exactly one decision of {@link TokenRingNode} or {@link RegeneratingNode}. */
public final class TokenRingBugs {
    private TokenRingBugs() {}

    /** {@code two-tokens}: whoever misses the token makes one. */
    static final class TwoTokens extends RegeneratingNode {
        @Override
        boolean needsAgreement() {
            return false;
        }
    }

    /** {@code token-kept-on-restart}: a member goes on with the token that it had. */
    static final class TokenKeptOnRestart extends RegeneratingNode {
        @Override
        boolean mayKeepToken(Mark mark) {
            return mark.here();
        }
    }

    /** The row's bugs with their witnesses. */
    public static Stream<SeededBug> all() {
        return Stream.of(
                SeededBug.named(
                                "two-tokens",
                                "A member that misses the token makes a new one without asking whether the old one is lost.")
                        .running(TokenRing.REGENERATING_MEMBER, TwoTokens::new)
                        .violating(TokenRing.mutualExclusion())
                        .witness(TokenRing.regenerating(3), TokenRingBugs::aClientStaysLong),
                SeededBug.named(
                                "token-kept-on-restart",
                                "A member that restarts goes on with the token that it had, although it may have been skipped or replaced.")
                        .running(TokenRing.REGENERATING_MEMBER, TokenKeptOnRestart::new)
                        .violating(TokenRing.mutualExclusion())
                        .witness(TokenRing.regenerating(3), TokenRingBugs::aReceiverDiesBeforeItAcknowledges));
    }

    private static void aClientStaysLong(Script script) {
        // The token begins its way with n1.
        script.invoke("c1", "n1", "acquire", "r1");
        script.invoke("c2", "n2", "acquire", "r1");
        script.expire("n2", RegenerationTimeout.TOKEN_MISSED);
    }

    private static void aReceiverDiesBeforeItAcknowledges(Script script) {
        script.expire("n1", MemberTimeout.REST_OVER);
        // n2 writes down that it has the token, and makes that durable; then comes the acknowledgement.
        script.crashBeforeEffect("n2", 3).deliver(Token.class, "n1", "n2");
        // n1 skips it.
        script.expire("n1", MemberTimeout.RECEIVER_SILENT);
        script.invoke("c3", "n3", "acquire", "r1").deliver(Token.class, "n1", "n3");
        script.deliver(Acknowledgement.class, "n3", "n1");
        // n3 is inside. n2 comes back.
        script.boot("n2").invoke("c2", "n2", "acquire", "r1");
    }
}
