package dev.faultline.reference.mutex.centralized;

import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Timeout;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Free;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Grant;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Recovered;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Request;
import dev.faultline.reference.mutex.centralized.Ledger.Entry;
import dev.faultline.reference.mutex.centralized.Ledger.Entry.Finished;
import dev.faultline.reference.mutex.centralized.Ledger.Entry.Opened;
import dev.faultline.reference.mutex.centralized.Ledger.Entry.Requested;
import dev.faultline.reference.mutex.centralized.Ledger.Ticket;
import java.util.Map;
import java.util.TreeMap;

/** Gives turns in the order in which requests arrive. Its log is its {@link Ledger}, entry by entry. */
class CoordinatorNode implements Node<CentralizedMessage> {
    final Ledger ledger = new Ledger();

    /** The grants sent since this coordinator booted; what its predecessor sent may be lost. */
    private final Map<String, Ticket> granted = new TreeMap<>();

    @Override
    public void onStart(Environment<CentralizedMessage> env) {
        if (env.storage().log().isEmpty()) {
            remember(new Opened(), env);
            return;
        }
        env.storage().log().forEach(entry -> ledger.enter((Entry) entry));
        env.members(Centralized.PARTICIPANT).forEach(participant -> env.send(participant, new Recovered()));
        grantTurns(env);
    }

    @Override
    public void onMessage(NodeId from, CentralizedMessage message, Environment<CentralizedMessage> env) {
        if (message instanceof Request m) {
            onRequest(from, m, env);
        } else if (message instanceof Free m) {
            onFree(from, m, env);
        } else {
            throw new IllegalStateException("A coordinator does not expect " + message + ".");
        }
    }

    @Override
    public void onTimeout(Timeout timeout, Environment<CentralizedMessage> env) {
        throw new IllegalStateException("A coordinator waits for nobody.");
    }

    private void onRequest(NodeId from, Request m, Environment<CentralizedMessage> env) {
        if (!ledger.knows(from, m.number())) {
            enter(new Requested(from, m.resource(), m.number()), env);
        }
    }

    private void onFree(NodeId from, Free m, Environment<CentralizedMessage> env) {
        enter(finishedBy(from, m), env);
    }

    /** A participant ends its own requests and nobody else's, and none that is newer than its word. */
    Finished finishedBy(NodeId from, Free m) {
        return new Finished(from, m.number());
    }

    private void enter(Entry entry, Environment<CentralizedMessage> env) {
        ledger.enter(entry);
        remember(entry, env);
        grantTurns(env);
    }

    /** The entry is durable before anybody can act upon it. */
    void remember(Entry entry, Environment<CentralizedMessage> env) {
        env.storage().append((Record) entry);
        env.storage().sync();
    }

    private void grantTurns(Environment<CentralizedMessage> env) {
        for (Ticket turn : ledger.turns()) {
            if (!turn.equals(granted.put(turn.resource(), turn))) {
                env.send(turn.participant(), new Grant(turn.resource(), turn.number(), turn.token()));
            }
        }
    }

    @Override
    public CentralizedState.Coordinator state() {
        return new CentralizedState.Coordinator(ledger.turns());
    }
}
