package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.ClientRequest;
import dev.faultline.harness.node.NodeId;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.AddServer;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.CompareAndSet;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.Read;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.RemoveServer;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.Write;

/** What clients ask for. Only the leader serves them; the others name it (section 8). */
final class ClientRequests {
    private final RaftKvNode node;

    ClientRequests(RaftKvNode node) {
        this.node = node;
    }

    void onRequest(NodeId client, RaftKvMessage message) {
        if (!node.isLeader()) {
            node.redirect(client, ((ClientRequest) message).msgId());
        } else if (message instanceof Read m) {
            node.reads.onRead(client, m);
        } else if (message instanceof Write m) {
            propose(new Command.Put(client, m.msgId(), m.key(), m.value()));
        } else if (message instanceof CompareAndSet m) {
            propose(new Command.CompareAndSet(client, m.msgId(), m.key(), m.expected(), m.value()));
        } else if (message instanceof AddServer m) {
            node.reconfiguration.onAddServer(client, m);
        } else if (message instanceof RemoveServer m) {
            node.reconfiguration.onRemoveServer(client, m);
        } else {
            throw new IllegalStateException("No client sends " + message + ".");
        }
    }

    /** A command that has been applied is answered again; otherwise its answer comes when it is committed. */
    private void propose(Command.OfClient command) {
        if (node.isRepeated(command)) {
            node.machine.answer(command);
        } else {
            node.replication.propose(command);
        }
    }
}
