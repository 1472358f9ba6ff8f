package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.scenario.SeededBug;
import java.util.stream.Stream;

/** Wrong servers. Each overrides exactly one decision of {@link RaftKvNode}. */
public final class RaftKvBugs {
    /** Entries between two snapshots where a snapshot has to come soon. */
    private static final int OFTEN = 2;

    private RaftKvBugs() {}

    /** commits-old-term-by-count: an entry of an earlier term counts as committed once a majority holds it (figure 8). */
    static final class CommitsOldTermByCount extends RaftKvNode {
        @Override
        boolean mayCommit(long index) {
            return true;
        }
    }

    /** stale-leader-reads: a leader answers reads without asking whether it still leads. */
    static final class StaleLeaderReads extends RaftKvNode {
        @Override
        boolean isConfirmed(ReadIndex.PendingRead read) {
            return true;
        }
    }

    /** no-dedup: a command that arrives again takes effect again. */
    static final class NoDedup extends RaftKvNode {
        @Override
        boolean isRepeated(Command.OfClient command) {
            return false;
        }
    }

    /** append-not-persisted: a follower acknowledges entries that are not on its disk yet. */
    static final class AppendNotPersisted extends RaftKvNode {
        @Override
        void makeDurable() {}
    }

    /** truncates-on-old-append: a follower cuts its log back to whatever message comes, even one that is late. */
    static final class TruncatesOnOldAppend extends RaftKvNode {
        @Override
        boolean isConflict(Entry own, Entry leaders) {
            return true;
        }
    }

    /** snapshot-loses-tail: a snapshot replaces the whole log, the entries after it included. */
    static final class SnapshotLosesTail extends RaftKvNode {
        SnapshotLosesTail() {
            super(OFTEN);
        }

        @Override
        boolean keepsTail(Snapshot snapshot) {
            return false;
        }
    }

    /** Every seeded bug, with its witness. */
    public static Stream<SeededBug> all() {
        return Stream.of(
                SeededBug.named(
                                "commits-old-term-by-count",
                                "An entry of an earlier term counts as committed once a majority holds it.")
                        .running(RaftKv.SERVER, CommitsOldTermByCount::new)
                        .violating(RaftKv.leaderCompleteness())
                        .witness(RaftKv.cluster(3), RaftKvWitnesses::oldTermIsCounted),
                SeededBug.named("stale-leader-reads", "A leader answers reads without asking whether it still leads.")
                        .running(RaftKv.SERVER, StaleLeaderReads::new)
                        .violating(RaftKv.linearizability())
                        .witness(RaftKv.cluster(3), RaftKvWitnesses::deposedLeaderIsRead),
                SeededBug.named("no-dedup", "A command that arrives again takes effect again.")
                        .running(RaftKv.SERVER, NoDedup::new)
                        .violating(RaftKv.linearizability())
                        .witness(RaftKv.cluster(3), RaftKvWitnesses::writeArrivesAgain),
                SeededBug.named("append-not-persisted", "A follower acknowledges entries that are not on its disk yet.")
                        .running(RaftKv.SERVER, AppendNotPersisted::new)
                        .violating(RaftKv.leaderCompleteness())
                        .witness(RaftKv.cluster(3), RaftKvWitnesses::acknowledgedEntryIsLost),
                SeededBug.named(
                                "truncates-on-old-append",
                                "A follower cuts its log back to whatever message comes, even one that is late.")
                        .running(RaftKv.SERVER, TruncatesOnOldAppend::new)
                        .violating(RaftKv.leaderCompleteness())
                        .witness(RaftKv.cluster(3), RaftKvWitnesses::lateCopyCutsTheLog),
                SeededBug.named(
                                "snapshot-loses-tail",
                                "A snapshot replaces the whole log, the entries after it included.")
                        .running(RaftKv.SERVER, SnapshotLosesTail::new)
                        .violating(RaftKv.leaderCompleteness())
                        .witness(RaftKv.cluster(3, OFTEN), RaftKvWitnesses::lateSnapshotReplacesTheLog));
    }
}
