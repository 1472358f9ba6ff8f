package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.scenario.Script;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.AppendEntries;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.AppendReply;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.InstallSnapshot;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.PreVote;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.PreVoteRequest;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.RequestVote;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.Vote;
import dev.faultline.reference.consensus.raftkv.RaftKvNode.RaftTimeout;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The schedules that convict the servers of {@link RaftKvBugs}: three servers, of which one is usually out of reach. */
final class RaftKvWitnesses {
    /** Longer than a follower waits before it believes that its leader is gone. */
    private static final Duration SILENCE = Duration.ofMillis(200);

    private RaftKvWitnesses() {}

    /** Figure 8: n1's write reaches a majority only in a later term, and n3's log, of a term between, still wins. */
    static void oldTermIsCounted(Script script) {
        elect(script, "n1", "n2");
        script.deliver(AppendEntries.class, "n1", "n2", "n3").deliver(AppendReply.class, "n2", "n1");
        write(script, "c1", "n1", 1).dropEverything().wait(SILENCE);

        elect(script, "n3", "n2").deliver(RequestVote.class, "n3", "n1").dropEverything();
        elect(script, "n1", "n2").deliver(RequestVote.class, "n1", "n3");
        script.deliver(AppendEntries.class, "n1", "n2").deliver(AppendReply.class, "n2", "n1");
        script.deliver(AppendEntries.class, "n1", "n2").deliver(AppendReply.class, "n2", "n1");

        script.wait(SILENCE);
        elect(script, "n3", "n2");
    }

    /** n1 does not know that n3 leads, and is asked for what has been written since. */
    static void deposedLeaderIsRead(Script script) {
        elect(script, "n1", "n2");
        script.deliver(AppendEntries.class, "n1", "n2", "n3").deliver(AppendReply.class, "n2", "n1");
        script.wait(SILENCE);
        elect(script, "n3", "n2");
        write(script, "c1", "n3", 1);
        replicate(script, "n3", "n2");
        replicate(script, "n3", "n2");
        read(script, "c2", "n1");
    }

    /** c1's write comes once more, after c2 has overwritten it. */
    static void writeArrivesAgain(Script script) {
        elect(script, "n1", "n2");
        replicate(script, "n1", "n2");
        write(script, "c1", "n1", 1);
        replicate(script, "n1", "n2");
        write(script, "c2", "n1", 2);
        replicate(script, "n1", "n2");
        script.retry("c1", "n1");
        replicate(script, "n1", "n2");
        read(script, "c2", "n1");
        replicate(script, "n1", "n2");
    }

    /** The write is committed because n2 has it, and n2 forgets it in a restart. */
    static void acknowledgedEntryIsLost(Script script) {
        elect(script, "n1", "n2");
        replicate(script, "n1", "n2");
        write(script, "c1", "n1", 1);
        replicate(script, "n1", "n2");
        script.restart("n2");
        elect(script, "n2", "n3");
    }

    /** A copy of the first write's message reaches n2 after the second write is committed. */
    static void lateCopyCutsTheLog(Script script) {
        elect(script, "n1", "n2");
        replicate(script, "n1", "n2");
        write(script, "c1", "n1", 1);
        script.deliverCopy(AppendEntries.class, "n1", "n2").deliver(AppendReply.class, "n2", "n1");
        write(script, "c2", "n1", 2);
        script.deliverNewest(AppendEntries.class, "n1", "n2").deliver(AppendReply.class, "n2", "n1");
        script.deliver(AppendEntries.class, "n1", "n2");
        elect(script, "n2", "n3");
    }

    /** n3 misses a heartbeat's prefix and is sent a snapshot, but the entries and one more reach it before the snapshot does. */
    static void lateSnapshotReplacesTheLog(Script script) {
        elect(script, "n1", "n2");
        write(script, "c1", "n1", 1);
        write(script, "c2", "n1", 2);
        replicate(script, "n1", "n2");
        replicate(script, "n1", "n2");
        script.expire("n1", RaftTimeout.HEARTBEAT);
        script.deliverNewest(AppendEntries.class, "n1", "n3").deliver(AppendReply.class, "n3", "n1");

        script.deliver(AppendEntries.class, "n1", "n3", "n3", "n3");
        script.deliver(AppendReply.class, "n3", "n1", "n1", "n1");
        script.deliver(InstallSnapshot.class, "n1", "n3").wait(SILENCE);
        elect(script, "n3", "n2");
    }

    /** A server's election timer expires, and the other one votes for it. */
    private static Script elect(Script script, String candidate, String voter) {
        return script.expire(candidate, RaftTimeout.ELECTION)
                .deliver(PreVoteRequest.class, candidate, voter)
                .deliver(PreVote.class, voter, candidate)
                .deliver(RequestVote.class, candidate, voter)
                .deliver(Vote.class, voter, candidate);
    }

    /** The oldest message of the leader's reaches a follower, and the leader hears of it. */
    private static void replicate(Script script, String leader, String follower) {
        script.deliver(AppendEntries.class, leader, follower).deliver(AppendReply.class, follower, leader);
    }

    private static Script write(Script script, String client, String server, long value) {
        return script.invoke(client, server, "write", List.of("k", value));
    }

    private static void read(Script script, String client, String server) {
        script.invoke(client, server, "read", Arrays.asList("k", null));
    }
}
