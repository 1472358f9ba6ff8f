package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.AddServer;
import dev.faultline.reference.consensus.raftkv.RaftKvMessage.RemoveServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A leader changes the configuration by one server at a time, so that every majority of the old one meets every majority of
 * the new one (thesis, sections 4.1 to 4.3). A change that may not begin yet is not answered; the client asks again.
 */
final class Reconfiguration {
    private final RaftKvNode node;
    private Joining joining;

    private record Joining(NodeId server, Command.Configuration change) {}

    Reconfiguration(RaftKvNode node) {
        this.node = node;
    }

    /** The server catches up first: it would hold up commits while it does. */
    void onAddServer(NodeId client, AddServer m) {
        Command.Configuration change = new Command.Configuration(client, m.msgId(), with(m.server()));
        if (node.isRepeated(change)) {
            node.machine.answer(change);
        } else if (node.membership.contains(m.server())) {
            propose(change);
        } else if (mayChange()) {
            joining = new Joining(m.server(), change);
            node.replication.teach(m.server());
        }
    }

    void onRemoveServer(NodeId client, RemoveServer m) {
        Command.Configuration change = new Command.Configuration(client, m.msgId(), without(m.server()));
        if (node.isRepeated(change)) {
            node.machine.answer(change);
        } else if (!change.servers().isEmpty()) {
            propose(change);
        }
    }

    /** A follower's log agrees with the leader's so far: a learner joins once it has everything that is committed. */
    void onAgreement(Follower follower) {
        boolean isReady = joining != null
                && joining.server().equals(follower.id)
                && follower.matchIndex >= node.machine.commitIndex();
        if (isReady && mayChange()) {
            Command.Configuration change = joining.change();
            joining = null;
            propose(change);
        }
    }

    void giveUp() {
        joining = null;
    }

    private void propose(Command.Configuration change) {
        if (mayChange()) {
            joining = null;
            node.replication.propose(change);
        }
    }

    /**
     * Not before the previous change is committed, and not before the leader has committed an entry of its own term: a change
     * of an earlier leader could still come back (Ongaro, "bug in single-server membership changes", raft-dev, 2015).
     */
    private boolean mayChange() {
        return node.machine.commitIndex() >= node.replication.termStart()
                && node.membership.index() <= node.machine.commitIndex();
    }

    private List<NodeId> with(NodeId server) {
        List<NodeId> servers = new ArrayList<>(without(server));
        servers.add(server);
        Collections.sort(servers);
        return servers;
    }

    private List<NodeId> without(NodeId server) {
        return node.membership.servers().stream()
                .filter(each -> !each.equals(server))
                .toList();
    }
}
