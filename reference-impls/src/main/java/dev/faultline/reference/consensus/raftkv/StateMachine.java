package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import dev.faultline.reference.consensus.raftkv.Snapshot.Session;

/** Applies what is committed, answers the clients that wait for it, and takes snapshots (sections 5.3 and 7). */
final class StateMachine {
    private final RaftKvNode node;
    private final KeyValueStore store = new KeyValueStore();
    private long commitIndex;

    StateMachine(RaftKvNode node) {
        this.node = node;
    }

    /** How far the log is known to be committed. Everything up to there is applied. */
    long commitIndex() {
        return commitIndex;
    }

    Long get(String key) {
        return store.get(key);
    }

    Session session(NodeId client) {
        return store.session(client);
    }

    void restore(Snapshot snapshot) {
        store.restore(snapshot);
        commitIndex = snapshot.index();
    }

    void commit(long index) {
        while (commitIndex < index) {
            commitIndex++;
            if (node.log.entry(commitIndex).command() instanceof Command.OfClient command) {
                apply(command);
            }
        }
        if (commitIndex - node.log.snapshotIndex() >= node.snapshotEvery) {
            takeSnapshot();
        }
    }

    private void apply(Command.OfClient command) {
        if (!node.isRepeated(command)) {
            store.apply(command);
        }
        if (node.isLeader()) {
            answer(command);
        }
    }

    /** Answers a command that has been applied, unless its client has gone on to a later one. */
    void answer(Command.OfClient command) {
        Session session = store.session(command.client());
        if (session.msgId() == command.msgId()) {
            node.answer(command.client(), command.msgId(), KeyValueStore.outcome(command, session));
        }
    }

    private void takeSnapshot() {
        node.log.compact(
                new Snapshot(
                        commitIndex,
                        node.log.termAt(commitIndex),
                        node.membership.at(commitIndex),
                        store.data(),
                        store.sessions()),
                true);
        node.membership.recover(node.log);
    }
}
