package dev.faultline.reference.election.raft;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Storage;
import dev.faultline.reference.election.raft.RaftMessage.LogPosition;
import java.util.ArrayList;
import java.util.List;

/** The persistent state of the paper's figure 2, and what of it is on disk. */
final class DurableState {
    private static final String BALLOT = "ballot";
    private static final String LOG = "log";

    long currentTerm;
    NodeId votedFor;
    private List<Long> log = List.of();

    record Ballot(long currentTerm, NodeId votedFor) {}

    record Log(List<Long> terms) {}

    void recover(Storage storage) {
        storage.get(BALLOT).map(Ballot.class::cast).ifPresent(ballot -> {
            currentTerm = ballot.currentTerm();
            votedFor = ballot.votedFor();
        });
        storage.get(LOG).map(Log.class::cast).ifPresent(saved -> log = saved.terms());
    }

    /** Enters a term in which this node has not voted; not durable yet. */
    void enter(long term) {
        currentTerm = term;
        votedFor = null;
    }

    void saveBallot(Storage storage) {
        storage.put(BALLOT, new Ballot(currentTerm, votedFor));
        storage.sync();
    }

    /** Adds a no-op of the current term; durable on return. */
    void appendNoOp(Storage storage) {
        List<Long> longer = new ArrayList<>(log);
        longer.add(currentTerm);
        adopt(List.copyOf(longer), storage);
    }

    /** Takes over the log of the leader; durable on return. */
    void adopt(List<Long> entries, Storage storage) {
        if (!log.equals(entries)) {
            log = entries;
            storage.put(LOG, new Log(entries));
            storage.sync();
        }
    }

    List<Long> log() {
        return log;
    }

    LogPosition lastPosition() {
        return log.isEmpty() ? new LogPosition(0, 0) : new LogPosition(log.get(log.size() - 1), log.size());
    }
}
