package dev.faultline.reference.election.raft;

import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.scenario.Script;
import dev.faultline.harness.scenario.SeededBug;
import dev.faultline.reference.election.raft.RaftMessage.AppendEntries;
import dev.faultline.reference.election.raft.RaftMessage.AppendEntriesReply;
import dev.faultline.reference.election.raft.RaftMessage.LogPosition;
import dev.faultline.reference.election.raft.RaftMessage.PreVote;
import dev.faultline.reference.election.raft.RaftMessage.PreVoteReply;
import dev.faultline.reference.election.raft.RaftMessage.RequestVote;
import dev.faultline.reference.election.raft.RaftMessage.RequestVoteReply;
import java.time.Duration;
import java.util.stream.Stream;

/** Each class overrides exactly one decision of {@link RaftNode}. */
public final class RaftBugs {
    /** Longer than the shortest election timeout, so that no node believes in a living leader any more. */
    private static final Duration SILENCE = Duration.ofMillis(200);

    private RaftBugs() {}

    public static Stream<SeededBug> all() {
        return Stream.of(voteNotPersisted(), votesTwice(), noLogCheck(), pluralityWins(), noPreVote());
    }

    /** The vote is kept in memory only. */
    static final class VoteNotPersisted extends RaftNode {
        @Override
        void rememberVote(Environment<RaftMessage> env) {}
    }

    private static SeededBug voteNotPersisted() {
        return SeededBug.named(
                        "vote-not-persisted", "A node answers before its vote is on disk, and a crash takes it back.")
                .running(Raft.ROLE, VoteNotPersisted::new)
                .violating(Properties.oneLeaderPerTerm())
                .witness(Raft.cluster(3), RaftBugs::voterForgets);
    }

    private static void voterForgets(Script script) {
        twoStandInTermOne(script);
        // n2 votes for n1, forgets it in a crash, and votes for n3.
        script.deliver(RequestVote.class, "n1", "n2").deliver(RequestVoteReply.class, "n2", "n1");
        script.restart("n2").wait(SILENCE);
        script.deliver(RequestVote.class, "n3", "n2").deliver(RequestVoteReply.class, "n2", "n3");
    }

    /** A vote is never used up. */
    static final class VotesTwice extends RaftNode {
        @Override
        boolean hasVoteFor(NodeId candidate) {
            return true;
        }
    }

    private static SeededBug votesTwice() {
        return SeededBug.named("votes-twice", "A node votes for every candidate of a term, not for the first alone.")
                .running(Raft.ROLE, VotesTwice::new)
                .violating(Properties.oneLeaderPerTerm())
                .witness(Raft.cluster(3), RaftBugs::twoAskOneVoter);
    }

    private static void twoAskOneVoter(Script script) {
        twoStandInTermOne(script);
        script.deliver(RequestVote.class, "n1", "n2").deliver(RequestVoteReply.class, "n2", "n1");
        script.deliver(RequestVote.class, "n3", "n2").deliver(RequestVoteReply.class, "n2", "n3");
    }

    /** Any log will do. */
    static final class NoLogCheck extends RaftNode {
        @Override
        boolean isUpToDate(LogPosition last) {
            return true;
        }
    }

    private static SeededBug noLogCheck() {
        return SeededBug.named(
                        "no-log-check", "A node votes for a candidate whose log lacks what the voter's log holds.")
                .running(Raft.ROLE, NoLogCheck::new)
                .violating(Raft.leaderCompleteness())
                .witness(Raft.cluster(3), RaftBugs::candidateMissesEntry);
    }

    private static void candidateMissesEntry(Script script) {
        script.wait(SILENCE);
        elect("n1", "n2", script);
        // The first entry reaches n2, which makes a majority, and never n3.
        script.deliver(AppendEntries.class, "n1", "n2").deliver(AppendEntriesReply.class, "n2", "n1");
        script.dropEverything().crash("n1").wait(SILENCE);
        // n3 learns that term 1 is taken, and that it has to stand in term 2.
        script.expire("n3", RaftTimeout.ELECTION);
        script.deliver(PreVote.class, "n3", "n2").deliver(PreVoteReply.class, "n2", "n3");
        script.wait(SILENCE);
        elect("n3", "n2", script);
    }

    /** More votes than refusals are enough. */
    static final class PluralityWins extends RaftNode {
        @Override
        boolean hasWon(int votes, int refusals, Environment<RaftMessage> env) {
            return votes > 1 && votes > refusals;
        }
    }

    private static SeededBug pluralityWins() {
        return SeededBug.named("plurality-wins", "A candidate leads when more nodes voted for it than refused so far.")
                .running(Raft.ROLE, PluralityWins::new)
                .violating(Properties.oneLeaderPerTerm())
                .witness(Raft.cluster(5), RaftBugs::twoVotesEach);
    }

    private static void twoVotesEach(Script script) {
        script.wait(SILENCE);
        script.expire("n1", RaftTimeout.ELECTION).expire("n5", RaftTimeout.ELECTION);
        script.deliver(PreVote.class, "n1", "n2", "n3").deliver(PreVote.class, "n5", "n3", "n4");
        script.deliver(PreVoteReply.class, "n2", "n1").deliver(PreVoteReply.class, "n3", "n1");
        script.deliver(PreVoteReply.class, "n3", "n5").deliver(PreVoteReply.class, "n4", "n5");
        script.deliver(RequestVote.class, "n1", "n2").deliver(RequestVoteReply.class, "n2", "n1");
        script.deliver(RequestVote.class, "n5", "n4").deliver(RequestVoteReply.class, "n4", "n5");
    }

    /** Stands whenever it has not heard a leader. */
    static final class NoPreVote extends RaftNode {
        @Override
        boolean mayStandAtOnce() {
            return true;
        }
    }

    private static SeededBug noPreVote() {
        return SeededBug.named("no-prevote", "A node that hears no leader enters a new term without asking the others.")
                .running(Raft.ROLE, NoPreVote::new)
                .violating(Raft.stability())
                .witness(Raft.cluster(3), RaftBugs::deafNodeStands);
    }

    private static void deafNodeStands(Script script) {
        // n1 is the first to stand, and leads for two seconds.
        script.wait(RaftNode.ELECTION_TIMEOUT.minusMillis(1)).expire("n1", RaftTimeout.ELECTION);
        script.run(Duration.ofSeconds(2));
        // The link from n1 to n3 breaks for a moment.
        script.expire("n3", RaftTimeout.ELECTION);
    }

    /** Both have been told that they would win term 1. */
    private static void twoStandInTermOne(Script script) {
        script.wait(SILENCE);
        script.expire("n1", RaftTimeout.ELECTION).expire("n3", RaftTimeout.ELECTION);
        script.deliver(PreVote.class, "n1", "n2").deliver(PreVoteReply.class, "n2", "n1");
        script.deliver(PreVote.class, "n3", "n2").deliver(PreVoteReply.class, "n2", "n3");
    }

    private static void elect(String candidate, String voter, Script script) {
        script.expire(candidate, RaftTimeout.ELECTION);
        script.deliver(PreVote.class, candidate, voter).deliver(PreVoteReply.class, voter, candidate);
        script.deliver(RequestVote.class, candidate, voter).deliver(RequestVoteReply.class, voter, candidate);
    }
}
