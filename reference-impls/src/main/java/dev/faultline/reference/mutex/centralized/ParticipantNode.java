package dev.faultline.reference.mutex.centralized;

import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Timeout;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Acquire;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Acquired;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Free;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Grant;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Recovered;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Release;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Released;
import dev.faultline.reference.mutex.centralized.CentralizedMessage.Request;
import java.util.ArrayDeque;
import java.util.Deque;

/** Asks the coordinator on behalf of its clients, one at a time. */
class ParticipantNode implements Node<CentralizedMessage> {
    private static final String CELL = "request";

    /** The head has the turn or waits for it; the others have not been asked for yet. */
    private final Deque<Waiting> clients = new ArrayDeque<>();

    /** The latest request, kept in the cell. */
    private Request request;

    private boolean inside;

    private record Waiting(NodeId client, Acquire acquire) {}

    /** Gives back what the predecessor had, or may still get when its request arrives late. */
    @Override
    public void onStart(Environment<CentralizedMessage> env) {
        request = (Request) env.storage().get(CELL).orElse(new Request("", 0));
        giveBack(env);
    }

    @Override
    public void onMessage(NodeId from, CentralizedMessage message, Environment<CentralizedMessage> env) {
        if (message instanceof Acquire m) {
            onAcquire(from, m, env);
        } else if (message instanceof Release m) {
            onRelease(from, m, env);
        } else if (message instanceof Grant m) {
            onGrant(m, env);
        } else if (message instanceof Recovered) {
            onRecovered(env);
        } else {
            throw new IllegalStateException("A participant does not expect " + message + ".");
        }
    }

    @Override
    public void onTimeout(Timeout timeout, Environment<CentralizedMessage> env) {
        throw new IllegalStateException("A participant waits as long as it takes.");
    }

    private void onAcquire(NodeId from, Acquire m, Environment<CentralizedMessage> env) {
        clients.add(new Waiting(from, m));
        if (clients.size() == 1) {
            request(m.resource(), env);
        }
    }

    /** The number is durable before anybody hears it, so that it is never used for another request. */
    private void request(String resource, Environment<CentralizedMessage> env) {
        request = new Request(resource, request.number() + 1);
        env.storage().put(CELL, request);
        env.storage().sync();
        env.send(coordinator(env), request);
    }

    private void onGrant(Grant m, Environment<CentralizedMessage> env) {
        if (m.number() != request.number() || clients.isEmpty() || inside) {
            return;
        }
        inside = true;
        Waiting first = clients.getFirst();
        env.send(first.client(), new Acquired(first.acquire().msgId(), m.resource(), m.token()));
    }

    /** A client that was inside when this node's predecessor died has nothing to give back any more. */
    private void onRelease(NodeId from, Release m, Environment<CentralizedMessage> env) {
        env.send(from, new Released(m.msgId(), m.resource()));
        if (!inside || !clients.getFirst().client().equals(from)) {
            return;
        }
        inside = false;
        clients.removeFirst();
        giveBack(env);
        if (!clients.isEmpty()) {
            request(clients.getFirst().acquire().resource(), env);
        }
    }

    /** The dead coordinator may have taken the latest word with it. Its log knows who is inside. */
    private void onRecovered(Environment<CentralizedMessage> env) {
        if (clients.isEmpty()) {
            giveBack(env);
        } else if (!inside) {
            env.send(coordinator(env), request);
        }
    }

    private void giveBack(Environment<CentralizedMessage> env) {
        if (request.number() > 0) {
            env.send(coordinator(env), new Free(request.resource(), request.number()));
        }
    }

    private static NodeId coordinator(Environment<CentralizedMessage> env) {
        return env.members(Centralized.COORDINATOR).iterator().next();
    }

    @Override
    public CentralizedState.Participant state() {
        return new CentralizedState.Participant(request.number(), inside);
    }
}
