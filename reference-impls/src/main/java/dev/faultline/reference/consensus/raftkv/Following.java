package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.AppendEntries;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.AppendReply;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.InstallSnapshot;
import java.util.List;

/** What a follower does with what its leader sends (sections 5.3 and 7). */
final class Following {
    private final RaftKvNode node;

    Following(RaftKvNode node) {
        this.node = node;
    }

    void onAppendEntries(NodeId from, AppendEntries m) {
        if (m.term() < node.term()) {
            node.send(from, AppendReply.deposed(node.term()));
            return;
        }
        node.follow(from, m.term());
        if (!node.log.agrees(m.prevLogIndex(), m.prevLogTerm())) {
            refuse(from, m);
            return;
        }
        store(m.entries());
        long matched = m.prevLogIndex() + m.entries().size();
        long committed = Math.min(m.leaderCommit(), matched);
        if (committed > node.machine.commitIndex()) {
            node.machine.commit(committed);
        }
        node.send(from, AppendReply.agreed(m.term(), matched, m.round()));
    }

    /** Tells the leader which term is in the way, so that it can skip all of it (section 5.3). */
    private void refuse(NodeId from, AppendEntries m) {
        long previous = m.prevLogIndex();
        boolean isShort = previous > node.log.lastIndex();
        long conflict = isShort ? node.log.lastIndex() + 1 : node.log.firstOfTermAt(previous);
        long conflictTerm = isShort ? 0 : node.log.termAt(previous);
        node.send(from, new AppendReply(m.term(), false, previous, conflict, conflictTerm, m.round()));
    }

    /** Entries that are there already stay, and so does what follows them: the message may be old. */
    private void store(List<Entry> entries) {
        boolean stored = false;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (entry.index() <= node.log.snapshotIndex()) {
                continue;
            }
            if (entry.index() <= node.log.lastIndex()) {
                if (!node.isConflict(node.log.entry(entry.index()), entry)) {
                    continue;
                }
                node.log.truncateFrom(entry.index());
                node.membership.onTruncated(entry.index());
            }
            node.log.append(entry);
            node.membership.onAppended(entry);
            stored = true;
        }
        if (stored) {
            node.makeDurable();
        }
    }

    /** Figure 13. A snapshot of what is committed here already is old news. */
    void onInstallSnapshot(NodeId from, InstallSnapshot m) {
        if (m.term() < node.term()) {
            node.send(from, AppendReply.deposed(node.term()));
            return;
        }
        node.follow(from, m.term());
        if (m.snapshot().index() > node.machine.commitIndex()) {
            node.log.compact(m.snapshot(), node.keepsTail(m.snapshot()));
            node.membership.recover(node.log);
            node.machine.restore(m.snapshot());
        }
        node.send(from, AppendReply.agreed(m.term(), m.snapshot().index(), m.round()));
    }
}
