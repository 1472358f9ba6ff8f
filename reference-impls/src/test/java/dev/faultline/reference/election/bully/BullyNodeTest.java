package dev.faultline.reference.election.bully;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.NodeRuntime.ScriptedRun;
import dev.faultline.harness.runtime.Runtimes;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Script;
import dev.faultline.reference.election.bully.BullyMessage.Alive;
import dev.faultline.reference.election.bully.BullyMessage.Election;
import dev.faultline.reference.election.bully.BullyMessage.Heartbeat;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BullyNodeTest {
    private static final Duration SETTLED = Duration.ofMillis(1020);

    @Test
    void nodeThatWaitsInVainForAVictoryCallsAgain() {
        BullyState n2 = stateOf("n2", script -> {
            script.deliver(Election.class, "n2", "n3").deliver(Alive.class, "n3", "n2");
            script.expire("n2", BullyTimeout.NO_VICTORY);
        });

        assertThat(n2.phase()).isEqualTo(BullyPhase.CALLING);
    }

    @Test
    void leaderThatIsCalledAnswersAndStays() {
        BullyState n3 = stateOf("n3", script -> {
            script.run(SETTLED).expire("n1", BullyTimeout.LEADER_SILENT);
            script.deliver(Election.class, "n1", "n3").deliver(Alive.class, "n3", "n1");
        });

        assertThat(n3.phase()).isEqualTo(BullyPhase.LEADING);
    }

    @Test
    void heartbeatStandsInForALostVictory() {
        BullyState n1 = stateOf("n1", script -> {
            script.dropEverything().expire("n3", BullyTimeout.HEARTBEAT);
            script.deliver(Heartbeat.class, "n3", "n1");
        });

        assertThat(n1).isEqualTo(new BullyState(BullyPhase.FOLLOWING, new NodeId("n3")));
    }

    @Test
    void leaderGivesWayToALeaderAboveIt() {
        BullyState n2 = stateOf("n2", script -> {
            script.dropEverything().expire("n2", BullyTimeout.NOBODY_ALIVE);
            script.expire("n3", BullyTimeout.HEARTBEAT).deliver(Heartbeat.class, "n3", "n2");
        });

        assertThat(n2.leader()).isEqualTo(new NodeId("n3"));
    }

    private static BullyState stateOf(String node, Consumer<Script> script) {
        ScriptedRun run = Runtimes.named("simulation")
                .script(Bully.cluster(3), script, List.of(), Trace.NONE)
                .orElseThrow();
        assertThat(run.left()).isEmpty();
        return (BullyState) run.run().states().get(new NodeId(node));
    }
}
