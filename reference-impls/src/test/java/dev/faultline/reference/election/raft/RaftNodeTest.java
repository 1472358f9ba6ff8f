package dev.faultline.reference.election.raft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.runtime.NodeRuntime.ScriptedRun;
import dev.faultline.harness.runtime.Runtimes;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Script;
import dev.faultline.reference.election.raft.RaftMessage.AppendEntries;
import dev.faultline.reference.election.raft.RaftMessage.AppendEntriesReply;
import dev.faultline.reference.election.raft.RaftMessage.PreVote;
import dev.faultline.reference.election.raft.RaftMessage.PreVoteReply;
import dev.faultline.reference.election.raft.RaftMessage.RequestVote;
import dev.faultline.reference.election.raft.RaftMessage.RequestVoteReply;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RaftNodeTest {
    private static final Duration SILENCE = Duration.ofMillis(200);

    @Test
    void leaderThatNoMajorityAnswersStepsDown() {
        RaftState n1 = stateOf("n1", script -> {
            elect("n1", 0, script);
            script.wait(Duration.ofMillis(301)).expire("n1", RaftTimeout.HEARTBEAT);
        });

        assertThat(n1.role()).isEqualTo(RaftRole.FOLLOWER);
        assertThat(n1.leader()).isNull();
    }

    @Test
    void leaderThatOneFollowerAnswersStays() {
        RaftState n1 = stateOf("n1", script -> {
            elect("n1", 0, script);
            script.wait(Duration.ofMillis(299)).deliver(AppendEntries.class, "n1", "n2");
            script.deliver(AppendEntriesReply.class, "n2", "n1");
            script.wait(Duration.ofMillis(299)).expire("n1", RaftTimeout.HEARTBEAT);
        });

        assertThat(n1.role()).isEqualTo(RaftRole.LEADER);
        assertThat(n1.committed()).isEqualTo(1);
    }

    @Test
    void rebootedNodeMayHaveHeardALeaderInItsFormerLife() {
        RaftState n1 = stateOf("n1", script -> {
            script.wait(SILENCE).restart("n2").expire("n1", RaftTimeout.ELECTION);
            script.deliver(PreVote.class, "n1", "n2").deliver(PreVoteReply.class, "n2", "n1");
        });

        assertThat(n1.role()).isEqualTo(RaftRole.PRE_CANDIDATE);
        assertThat(n1.term()).isZero();
    }

    @Test
    void staleLeaderGivesWayToTheNewTerm() {
        RaftState n1 = stateOf("n1", script -> {
            elect("n1", 0, script);
            elect("n3", 1, script);
            script.deliver(AppendEntries.class, "n1", "n3").deliver(AppendEntriesReply.class, "n3", "n1");
        });

        assertThat(n1.role()).isEqualTo(RaftRole.FOLLOWER);
        assertThat(n1.term()).isEqualTo(2);
        assertThat(n1.log()).containsExactly(1L);
    }

    @Test
    void entryThatNoMajorityHasGivesWayToTheLeadersLog() {
        RaftState n1 = stateOf("n1", script -> {
            elect("n1", 0, script);
            elect("n3", 1, script);
            script.deliver(AppendEntries.class, "n3", "n1");
        });

        assertThat(n1.leader()).isEqualTo(new NodeId("n3"));
        assertThat(n1.log()).containsExactly(2L);
    }

    @Test
    void voteSurvivesACrashOfTheVoter() {
        RaftState n2 = stateOf("n2", script -> {
            elect("n1", 0, script);
            script.restart("n2");
        });

        assertThat(n2.term()).isEqualTo(1);
        assertThat(n2.votedFor()).isEqualTo(new NodeId("n1"));
    }

    @Test
    void voteIsOnDiskBeforeTheAnswerLeaves() {
        ScriptedRun run = play(script -> {
            script.wait(SILENCE).expire("n1", RaftTimeout.ELECTION);
            script.deliver(PreVote.class, "n1", "n2").deliver(PreVoteReply.class, "n2", "n1");
            // The effects are: write, sync, send.
            script.crashBeforeEffect("n2", 3)
                    .deliver(RequestVote.class, "n1", "n2")
                    .boot("n2");
        });

        assertThat(((RaftState) run.run().states().get(new NodeId("n2"))).votedFor())
                .isEqualTo(new NodeId("n1"));
    }

    /** n2 elects this candidate; when the candidate does not know the newest term, it has to be told first. */
    private static void elect(String candidate, long newestTerm, Script script) {
        script.wait(SILENCE);
        for (long round = 0; round <= newestTerm; round++) {
            script.expire(candidate, RaftTimeout.ELECTION);
            script.deliver(PreVote.class, candidate, "n2").deliver(PreVoteReply.class, "n2", candidate);
        }
        script.deliver(RequestVote.class, candidate, "n2").deliver(RequestVoteReply.class, "n2", candidate);
    }

    private static RaftState stateOf(String node, Consumer<Script> script) {
        return (RaftState) play(script).run().states().get(new NodeId(node));
    }

    private static ScriptedRun play(Consumer<Script> script) {
        ScriptedRun run = Runtimes.named("simulation")
                .script(Raft.cluster(3), script, List.of(), Trace.NONE)
                .orElseThrow();
        assertThat(run.left()).isEmpty();
        return run;
    }
}
