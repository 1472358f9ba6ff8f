package dev.faultline.reference.mutex.tokenring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.NodeRuntime.ScriptedRun;
import dev.faultline.harness.runtime.Runtimes;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Script;
import dev.faultline.reference.mutex.tokenring.RegeneratingNode.RegenerationTimeout;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Answer;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Inquiry;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Token;
import dev.faultline.reference.mutex.tokenring.TokenRingNode.MemberTimeout;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Three members; the token begins its way with n1. */
class RegeneratingNodeTest {

    @Test
    void whoPassedTheTokenAnswersForItUntilItIsAcknowledged() {
        ScriptedRun run = play(script -> {
            script.expire("n1", MemberTimeout.REST_OVER);
            inquires(script, "n3", "n1", "n2");
            script.expire("n3", RegenerationTimeout.INQUIRY_OVER);
        });

        assertThat(run.left()).hasValueSatisfying(left -> assertThat(left).contains("INQUIRY_OVER"));
    }

    @Test
    void whoPromisedRefusesTheOldToken() {
        ScriptedRun run = play(script -> {
            script.expire("n1", MemberTimeout.REST_OVER);
            inquires(script, "n3", "n2");
            script.deliver(Token.class, "n1", "n2");
        });

        assertThat(run.left()).isEmpty();
        assertThat(isHolder(run, 2)).isFalse();
    }

    @Test
    void aTokenThatWasNotLostGetsPastThePromise() {
        ScriptedRun run = play(script -> {
            inquires(script, "n3", "n2", "n1");
            script.expire("n1", MemberTimeout.REST_OVER).deliver(Token.class, "n1", "n2");
        });

        assertThat(run.left()).isEmpty();
        assertThat(isHolder(run, 2)).isTrue();
    }

    @Test
    void theSilentAreDeadAndTheRestMakeANewToken() {
        ScriptedRun run = play(script -> {
            script.crash("n1");
            inquires(script, "n3", "n2");
            script.expire("n3", RegenerationTimeout.INQUIRY_OVER);
        });

        assertThat(run.left()).isEmpty();
        assertThat(isHolder(run, 3)).isTrue();
    }

    @Test
    void ofTwoInquiriesForOneGenerationNeitherGetsEverybodysPromise() {
        ScriptedRun run = play(script -> {
            script.crash("n1");
            script.expire("n2", RegenerationTimeout.TOKEN_MISSED);
            inquires(script, "n3", "n2");
            script.deliver(Inquiry.class, "n2", "n3").deliver(Answer.class, "n3", "n2");
        });

        assertThat(run.left()).isEmpty();
        assertThat(isHolder(run, 2)).isFalse();
        assertThat(isHolder(run, 3)).isFalse();
    }

    private static void inquires(Script script, String inquirer, String... others) {
        script.expire(inquirer, RegenerationTimeout.TOKEN_MISSED);
        for (String other : others) {
            script.deliver(Inquiry.class, inquirer, other).deliver(Answer.class, other, inquirer);
        }
    }

    private static boolean isHolder(ScriptedRun run, int member) {
        return ((TokenRingState) run.run().states().get(NodeId.node(member))).isHolder();
    }

    private static ScriptedRun play(Consumer<Script> script) {
        return Runtimes.named("simulation")
                .script(TokenRing.regenerating(3), script, List.of(), Trace.NONE)
                .orElseThrow();
    }
}
