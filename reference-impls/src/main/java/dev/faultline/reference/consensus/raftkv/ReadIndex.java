package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.Read;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/** Reads without a log entry (thesis, section 6.4): they wait until the leader knows that it still leads, and what is committed. */
final class ReadIndex {
    private final RaftKvNode node;
    private final Queue<PendingRead> pending = new ArrayDeque<>();

    /**
     * A read that waits.
     *
     * @param index how far the log has to be applied
     * @param round the round of heartbeats that has to be answered by a majority
     */
    record PendingRead(NodeId client, long msgId, String key, long index, long round) {}

    ReadIndex(RaftKvNode node) {
        this.node = node;
    }

    /**
     * Everything that was committed before the read arrived is covered by the commit index, or comes before the first entry of
     * this term.
     */
    void onRead(NodeId client, Read m) {
        long index = Math.max(node.machine.commitIndex(), node.replication.termStart());
        pending.add(new PendingRead(client, m.msgId(), m.key(), index, node.replication.startRound()));
        serve();
    }

    /** Answers the reads that need wait no longer. */
    void serve() {
        PendingRead first = pending.peek();
        while (first != null && first.index() <= node.machine.commitIndex() && node.isConfirmed(first)) {
            pending.remove();
            node.answer(
                    first.client(),
                    first.msgId(),
                    Outcome.ok(Arrays.asList(first.key(), node.machine.get(first.key()))));
            first = pending.peek();
        }
    }

    /** The server leads no longer, so the clients have to ask another one. */
    void giveUp() {
        pending.forEach(read -> node.redirect(read.client(), read.msgId()));
        pending.clear();
    }
}
