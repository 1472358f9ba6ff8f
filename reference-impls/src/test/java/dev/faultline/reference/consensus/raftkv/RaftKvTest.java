package dev.faultline.reference.consensus.raftkv;

import static dev.faultline.reference.consensus.raftkv.RaftKvWitnesses.elect;
import static dev.faultline.reference.consensus.raftkv.RaftKvWitnesses.replicate;
import static dev.faultline.reference.consensus.raftkv.RaftKvWitnesses.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.Operation;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.NodeRuntime.ScriptedRun;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.Runtimes;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Script;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.AppendEntries;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.AppendReply;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.InstallSnapshot;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.PreVote;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.PreVoteRequest;
import dev.faultline.reference.consensus.raftkv.RaftKvNode.RaftTimeout;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Rare branches, each by a script. */
class RaftKvTest {
    private static final Duration SETTLED = Duration.ofMillis(400);

    @Test
    void restartsFromASnapshotWhoseEntriesAreStillInTheLog() {
        Run run = play(RaftKv.cluster(3, 2), script -> {
            elect(script, "n1", "n2");
            replicate(script, "n1", "n2");
            write(script, "c1", "n1", 1).deliver(AppendEntries.class, "n1", "n2");
            // The answer, the snapshot and its sync happen; dropping the entries does not.
            script.crashBeforeEffect("n1", 4)
                    .deliver(AppendReply.class, "n2", "n1")
                    .boot("n1");
        });

        assertThat(state(run, "n1").snapshot().index()).isEqualTo(2);
        assertThat(state(run, "n1").log()).isEmpty();
        assertThat(state(run, "n1").commitIndex()).isEqualTo(2);
    }

    @Test
    void leaderThatRemovesItselfStepsDownOnceTheOthersHaveCommitted() {
        Run run = play(RaftKv.cluster(3), script -> {
            elect(script, "n1", "n2");
            replicate(script, "n1", "n2");
            script.invoke("c1", "n1", "remove", "n1");
            script.deliver(AppendEntries.class, "n1", "n2", "n3", "n3");
            script.deliver(AppendReply.class, "n2", "n1").deliver(AppendReply.class, "n3", "n1", "n1");
        });

        assertThat(state(run, "n1").isLeader()).isFalse();
        assertThat(state(run, "n1").servers()).containsExactly(NodeId.node(2), NodeId.node(3));
        assertThat(run.history().operations()).allMatch(Operation::isOk);
    }

    @Test
    void serverThatComesBackCountsOnceItHasCaughtUp() {
        Run run = play(RaftKv.cluster(3), script -> {
            elect(script, "n1", "n2");
            replicate(script, "n1", "n2");
            script.invoke("c1", "n1", "remove", "n3");
            replicate(script, "n1", "n2");
            write(script, "c1", "n1", 1);
            replicate(script, "n1", "n2");
            script.dropEverything().invoke("c1", "n1", "add", "n3").run(SETTLED);
        });

        assertThat(state(run, "n3").servers()).hasSize(3);
        assertThat(state(run, "n3").commitIndex()).isEqualTo(4);
        assertThat(run.history().operations()).allMatch(Operation::isOk);
    }

    @Test
    void followerThatWasAwayTooLongIsSentASnapshot() {
        Run run = play(RaftKv.cluster(3, 2), script -> {
            elect(script, "n1", "n2");
            write(script, "c1", "n1", 1);
            replicate(script, "n1", "n2");
            replicate(script, "n1", "n2");
            script.dropEverything().expire("n1", RaftTimeout.HEARTBEAT);
            replicate(script, "n1", "n3");
            script.deliver(InstallSnapshot.class, "n1", "n3");
        });

        assertThat(state(run, "n3").snapshot()).isEqualTo(state(run, "n1").snapshot());
        assertThat(state(run, "n3").commitIndex()).isEqualTo(2);
    }

    @Test
    void entriesThatNobodyCommittedGiveWayToTheNewLeaders() {
        Run run = play(RaftKv.cluster(3), script -> {
            elect(script, "n1", "n2");
            script.deliver(AppendEntries.class, "n1", "n2", "n3").deliver(AppendReply.class, "n2", "n1");
            write(script, "c1", "n1", 1);
            write(script, "c1", "n1", 2).dropEverything().wait(SETTLED);
            elect(script, "n3", "n2").run(SETTLED);
        });

        assertThat(state(run, "n1").log()).isEqualTo(state(run, "n3").log());
        assertThat(state(run, "n1").log()).hasSize(2);
    }

    @Test
    void serverThatWasCutOffDoesNotUnseatALeaderThatTheOthersHear() {
        Run run = play(RaftKv.cluster(3), script -> {
            elect(script, "n1", "n2");
            replicate(script, "n1", "n2");
            script.expire("n3", RaftTimeout.ELECTION)
                    .deliver(PreVoteRequest.class, "n3", "n1", "n2")
                    .deliver(PreVote.class, "n1", "n3")
                    .deliver(PreVote.class, "n2", "n3");
        });

        assertThat(state(run, "n1").isLeader()).isTrue();
        assertThat(state(run, "n3").term()).isEqualTo(1);
    }

    @Test
    void leaderThatNobodyAnswersStepsDownAndSendsItsReadersAway() {
        Run run = play(RaftKv.cluster(3), script -> {
            elect(script, "n1", "n2");
            replicate(script, "n1", "n2");
            script.invoke("c1", "n1", "read", Arrays.asList("k", null));
            script.expire("n1", RaftTimeout.ELECTION).expire("n1", RaftTimeout.ELECTION);
        });

        assertThat(state(run, "n1").isLeader()).isFalse();
        assertThat(run.history().operations()).noneMatch(Operation::isOk);
    }

    private static Run play(Cluster cluster, Consumer<Script> script) {
        ScriptedRun played = Runtimes.named("simulation")
                .script(cluster, script, List.of(), Trace.NONE)
                .orElseThrow();
        assertThat(played.left()).isEmpty();
        return played.run();
    }

    private static RaftKvState state(Run run, String node) {
        return (RaftKvState) run.states().get(new NodeId(node));
    }
}
