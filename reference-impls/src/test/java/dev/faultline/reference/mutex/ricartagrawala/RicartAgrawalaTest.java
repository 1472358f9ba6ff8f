package dev.faultline.reference.mutex.ricartagrawala;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.NodeRuntime.ScriptedRun;
import dev.faultline.harness.runtime.Runtimes;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Script;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Reply;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Request;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Restarted;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RicartAgrawalaTest {

    @Test
    void aNodeWhoseClockLagsOvertakesAWaitingRequestOnlyOnce() {
        ScriptedRun run = play(script -> {
            // Two requests of n1, each cut short by a restart, move the clock of n3 but not that of n2.
            asksOnly(script, "n3");
            script.restart("n1");
            asksOnly(script, "n3");
            script.restart("n1");
            script.invoke("c3", "n3", "acquire", "r1");
            script.invoke("c2", "n2", "acquire", "r1");
            permits(script, "n1", "n2");
            permits(script, "n3", "n2");
            script.invoke("c2", "n2", "release", "r1").invoke("c2", "n2", "acquire", "r1");
            permits(script, "n1", "n2");
            permits(script, "n3", "n2");
        });

        assertThat(run.left()).hasValue("at move 20 no Reply from n3 to n2 is held");
    }

    @Test
    void aNodeThatForgotAReplyIsAskedAgain() {
        ScriptedRun run = play(script -> {
            script.invoke("c1", "n1", "acquire", "r1").deliver(Request.class, "n1", "n2");
            script.restart("n2").drop(Reply.class, "n2", "n1");
            script.deliver(Restarted.class, "n2", "n1");
            permits(script, "n2", "n1");
            permits(script, "n3", "n1");
        });

        assertThat(run.left()).isEmpty();
        RicartAgrawalaState state = (RicartAgrawalaState) run.run().states().get(NodeId.node(1));
        assertThat(state.isHolder()).isTrue();
    }

    private static void asksOnly(Script script, String node) {
        script.invoke("c1", "n1", "acquire", "r1").deliverNewest(Request.class, "n1", node);
    }

    private static void permits(Script script, String node, String asking) {
        script.deliverNewest(Request.class, asking, node).deliver(Reply.class, node, asking);
    }

    private static ScriptedRun play(Consumer<Script> script) {
        return Runtimes.named("simulation")
                .script(RicartAgrawala.cluster(3), script, List.of(), Trace.NONE)
                .orElseThrow();
    }
}
