package dev.faultline.reference.mutex.ricartagrawala;

import dev.faultline.harness.node.Environment;
import dev.faultline.harness.node.Node;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Timeout;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Acquire;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Acquired;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Release;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Released;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Reply;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Request;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Restarted;
import dev.faultline.reference.mutex.ricartagrawala.RicartAgrawalaMessage.Timestamp;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Enters when every other node has permitted it. */
class RicartAgrawalaNode implements Node<RicartAgrawalaMessage> {
    private static final String CELL = "clock";

    /** The head is inside or waits; the others have not been asked for yet. */
    private final Deque<Waiting> clients = new ArrayDeque<>();

    /** Whose replies the request still lacks. */
    private final Set<NodeId> missing = new TreeSet<>();

    /** Who gets a reply when the client leaves, and to which request (the paper's Reply_Deferred). */
    private final Map<NodeId, Timestamp> deferred = new TreeMap<>();

    /** The highest number seen (the paper's Highest_Sequence_Number), kept in the cell. */
    private long clock;

    private Phase phase = Phase.IDLE;
    private Request request;

    private enum Phase {
        IDLE,
        WAITING,
        INSIDE
    }

    private record Waiting(NodeId client, Acquire acquire) {}

    /** The durable clock. */
    record Clock(long number) {}

    @Override
    public void onStart(Environment<RicartAgrawalaMessage> env) {
        if (env.storage().get(CELL).isEmpty()) {
            keepClock(env);
            return;
        }
        clock = recoveredClock(env);
        toOthers(env, other -> env.send(other, new Restarted()));
    }

    long recoveredClock(Environment<RicartAgrawalaMessage> env) {
        return ((Clock) env.storage().get(CELL).orElseThrow()).number();
    }

    @Override
    public void onMessage(NodeId from, RicartAgrawalaMessage message, Environment<RicartAgrawalaMessage> env) {
        if (message instanceof Acquire m) {
            onAcquire(from, m, env);
        } else if (message instanceof Release m) {
            onRelease(from, m, env);
        } else if (message instanceof Request m) {
            onRequest(from, m, env);
        } else if (message instanceof Reply m) {
            onReply(from, m, env);
        } else if (message instanceof Restarted) {
            onRestarted(from, env);
        } else {
            throw new IllegalStateException("A node does not expect " + message + ".");
        }
    }

    @Override
    public void onTimeout(Timeout timeout, Environment<RicartAgrawalaMessage> env) {
        throw new IllegalStateException("A node waits as long as it takes.");
    }

    private void onAcquire(NodeId from, Acquire m, Environment<RicartAgrawalaMessage> env) {
        clients.add(new Waiting(from, m));
        if (clients.size() == 1) {
            request(m.resource(), env);
        }
    }

    /** Section 2.1, "process which invokes mutual exclusion": choose a number, then ask everybody. */
    private void request(String resource, Environment<RicartAgrawalaMessage> env) {
        clock++;
        keepClock(env);
        request = new Request(new Timestamp(clock, env.self()), resource);
        phase = Phase.WAITING;
        toOthers(env, missing::add);
        toOthers(env, other -> env.send(other, request));
        enterIfPermitted(env);
    }

    /** Section 2.1, "process which receives requests". */
    private void onRequest(NodeId from, Request m, Environment<RicartAgrawalaMessage> env) {
        observe(m.timestamp().number(), env);
        if (mayReply(m)) {
            env.send(from, new Reply(m.timestamp(), clock));
        } else {
            deferred.merge(from, m.timestamp(), (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    private boolean mayReply(Request m) {
        if (phase == Phase.IDLE || !m.resource().equals(request.resource())) {
            return true;
        }
        return phase == Phase.INSIDE ? mayReplyInside() : isOlder(m.timestamp(), request.timestamp());
    }

    boolean mayReplyInside() {
        return false;
    }

    /** Whether another node's request goes before this node's own. */
    boolean isOlder(Timestamp other, Timestamp own) {
        return other.compareTo(own) < 0;
    }

    /** Whatever this node asks for from now on is younger, in its next life too. */
    void observe(long number, Environment<RicartAgrawalaMessage> env) {
        if (number > clock) {
            clock = number;
            keepClock(env);
        }
    }

    private void keepClock(Environment<RicartAgrawalaMessage> env) {
        env.storage().put(CELL, new Clock(clock));
        env.storage().sync();
    }

    /** Section 2.1, "process which receives replies"; one to an older request does not count. */
    private void onReply(NodeId from, Reply m, Environment<RicartAgrawalaMessage> env) {
        observe(m.clock(), env);
        if (phase == Phase.WAITING && m.request().equals(request.timestamp())) {
            missing.remove(from);
            enterIfPermitted(env);
        }
    }

    private void enterIfPermitted(Environment<RicartAgrawalaMessage> env) {
        if (missing.isEmpty()) {
            phase = Phase.INSIDE;
            Waiting first = clients.getFirst();
            env.send(first.client(), new Acquired(first.acquire().msgId(), request.resource(), token(env)));
        }
    }

    /** Holds follow the age of their requests, so the timestamp, as one number, is a fencing token. */
    private long token(Environment<RicartAgrawalaMessage> env) {
        int position = List.copyOf(env.members()).indexOf(env.self());
        return request.timestamp().number() * env.members().size() + position;
    }

    /** A client that was inside when this node's predecessor died has nothing to release any more. */
    private void onRelease(NodeId from, Release m, Environment<RicartAgrawalaMessage> env) {
        env.send(from, new Released(m.msgId(), m.resource()));
        if (phase != Phase.INSIDE || !clients.getFirst().client().equals(from)) {
            return;
        }
        phase = Phase.IDLE;
        clients.removeFirst();
        deferred.forEach((other, its) -> env.send(other, new Reply(its, clock)));
        deferred.clear();
        if (!clients.isEmpty()) {
            request(clients.getFirst().acquire().resource(), env);
        }
    }

    private void onRestarted(NodeId from, Environment<RicartAgrawalaMessage> env) {
        if (missing.contains(from)) {
            env.send(from, request);
        }
    }

    private static void toOthers(Environment<RicartAgrawalaMessage> env, Consumer<NodeId> action) {
        env.members().stream().filter(member -> !member.equals(env.self())).forEach(action);
    }

    @Override
    public RicartAgrawalaState state() {
        return new RicartAgrawalaState(
                clock,
                phase == Phase.INSIDE,
                Collections.unmodifiableSet(missing),
                Collections.unmodifiableSet(deferred.keySet()));
    }
}
