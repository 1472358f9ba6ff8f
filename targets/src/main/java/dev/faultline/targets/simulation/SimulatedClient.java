package dev.faultline.targets.simulation;

import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.node.ClientReply;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.harness.workload.Invocation;
import dev.faultline.harness.workload.Session;
import dev.faultline.harness.workload.Step;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * A client that works off its sessions. An operation whose outcome it cannot know ends its process, as in Jepsen: the client
 * goes on under the next free process number.
 */
final class SimulatedClient {
    private static final long POLL = 50_000_000;
    private static final long REDIRECT_PAUSE = 10_000_000;

    final NodeId id;
    private final int clients;
    private final Clients policy;
    private final Simulation simulation;
    private final List<SimulatedNode> servers;
    private final Queue<Session> sessions = new ArrayDeque<>();
    private int process;
    private int server;
    private long msgId;
    private Session session;
    private int step;
    private Message open;
    private String asked;

    SimulatedClient(int number, int clients, Simulation simulation) {
        this.id = NodeId.client(number);
        this.clients = clients;
        this.simulation = simulation;
        this.policy = simulation.cluster.clients();
        this.servers =
                simulation.cluster.servers().stream().map(simulation::node).toList();
        this.process = number - 1;
        this.server = (number - 1) % servers.size();
    }

    void add(Session more) {
        sessions.add(more);
    }

    /** Begins the next session, when its time has come. */
    void next() {
        session = sessions.poll();
        step = 0;
        if (session == null) {
            simulation.clientDone();
        } else {
            invokeAt(session.at().toNanos());
        }
    }

    /** Invokes the next step then, unless the session has been given up by then. */
    private void invokeAt(long time) {
        int planned = session.index();
        simulation.at(time, () -> {
            if (session != null && session.index() == planned) {
                invoke();
            }
        });
    }

    private void invoke() {
        if (!policy.roaming() && !servers.get(server).isUp()) {
            invokeAt(simulation.now() + POLL);
            return;
        }
        Step next = session.steps().get(step);
        Invocation invocation = new Invocation(++msgId, next.f(), next.value());
        open = simulation.cluster.request(invocation);
        asked = servers.get(server).id.name();
        record(EventType.INVOKE, next.value(), null);
        ask();
        policy.giveUpAfter().ifPresent(patience -> later(patience, () -> indefinite("timeout")));
    }

    private void ask() {
        SimulatedNode node = servers.get(server);
        asked = node.id.name();
        simulation.request(id, node, open);
        if (policy.roaming()) {
            Message waiting = open;
            int askedServer = server;
            later(policy.retryAfter(), () -> {
                if (open == waiting && server == askedServer) {
                    askAnother();
                }
            });
        }
    }

    private void askAnother() {
        server = (server + 1) % servers.size();
        ask();
    }

    /** Does something later, if the operation that is open now is still open then. */
    private void later(Duration wait, Runnable action) {
        long number = msgId;
        simulation.at(simulation.now() + wait.toNanos(), () -> {
            if (open != null && msgId == number) {
                action.run();
            }
        });
    }

    void onReply(SimulatedNode from, Message message) {
        if (open == null || !(message instanceof ClientReply reply) || reply.inReplyTo() != msgId) {
            return;
        }
        Outcome outcome = reply.outcome();
        if (outcome instanceof Outcome.Ok ok) {
            asked = from.id.name();
            succeed(ok.value());
        } else if (outcome instanceof Outcome.Fail fail) {
            asked = from.id.name();
            fail(fail.value(), fail.error());
        } else if (outcome instanceof Outcome.Indefinite indefinite) {
            indefinite(indefinite.error());
        } else if (outcome instanceof Outcome.Redirect redirect && from == servers.get(server)) {
            follow(redirect);
        }
    }

    private void follow(Outcome.Redirect redirect) {
        int next = redirect.hint()
                .map(hint -> servers.indexOf(simulation.node(hint)))
                .filter(index -> index >= 0 && index != server)
                .orElse((server + 1) % servers.size());
        server = next;
        later(Duration.ofNanos(REDIRECT_PAUSE), () -> {
            if (server == next) {
                ask();
            }
        });
    }

    /** A client that is pinned to a node loses its session with it. */
    void onCrash(SimulatedNode node) {
        if (policy.roaming() || node != servers.get(server)) {
            return;
        }
        if (open != null) {
            indefinite("node crashed");
        } else if (session != null && step > 0) {
            next();
        }
    }

    private void succeed(Object value) {
        record(EventType.OK, value, null);
        open = null;
        if (++step < session.steps().size()) {
            invokeAt(simulation.now() + session.between().toNanos());
        } else {
            next();
        }
    }

    private void fail(Object value, String error) {
        record(EventType.FAIL, value == null ? session.steps().get(step).value() : value, error);
        open = null;
        next();
    }

    private void indefinite(String error) {
        Step current = session.steps().get(step);
        if (current.readOnly()) {
            fail(null, error);
            return;
        }
        record(EventType.INFO, current.value(), error);
        open = null;
        process += clients;
        next();
    }

    private void record(EventType type, Object value, String error) {
        simulation.recorder.record(
                simulation.now(), type, process, session.steps().get(step).f(), value, error, asked);
    }
}
