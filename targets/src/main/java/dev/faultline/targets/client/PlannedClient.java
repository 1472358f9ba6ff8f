package dev.faultline.targets.client;

import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.cluster.Cluster;
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
 * goes on under the next free process number. Used by one thread.
 */
public final class PlannedClient {
    private static final long POLL = 50_000_000;
    private static final long REDIRECT_PAUSE = 10_000_000;

    private final NodeId id;
    private final int clients;
    private final Cluster cluster;
    private final Clients policy;
    private final ClientSite site;
    private final List<NodeId> servers;
    private final Queue<Session> sessions = new ArrayDeque<>();
    private int process;
    private int server;
    private long msgId;
    private Session session;
    private int step;
    private Message open;
    private String asked;

    /**
     * A client.
     *
     * @param number which one, from 1
     * @param clients how many there are
     */
    public PlannedClient(int number, int clients, Cluster cluster, ClientSite site) {
        this.id = NodeId.client(number);
        this.clients = clients;
        this.cluster = cluster;
        this.site = site;
        this.policy = cluster.clients();
        this.servers = cluster.servers();
        this.process = number - 1;
        this.server = (number - 1) % servers.size();
    }

    public NodeId id() {
        return id;
    }

    /** Adds a session to its work, before it begins. */
    public void add(Session more) {
        sessions.add(more);
    }

    /** Begins the next session, when its time has come. */
    public void next() {
        session = sessions.poll();
        step = 0;
        if (session == null) {
            site.clientDone();
        } else {
            site.atPlanned(session.at().toNanos(), whenStillOpen());
        }
    }

    /** Invokes the next step then, unless the session has been given up by then. */
    private void invokeAt(long time) {
        site.at(time, whenStillOpen());
    }

    private Runnable whenStillOpen() {
        int planned = session.index();
        return () -> {
            if (session != null && session.index() == planned) {
                invoke();
            }
        };
    }

    private void invoke() {
        if (!policy.roaming() && !site.isUp(servers.get(server))) {
            invokeAt(site.now() + POLL);
            return;
        }
        Step next = session.steps().get(step);
        Invocation invocation = new Invocation(++msgId, next.f(), next.value());
        open = cluster.request(invocation);
        asked = servers.get(server).name();
        record(EventType.INVOKE, next.value(), null);
        ask();
        policy.giveUpAfter().ifPresent(patience -> later(patience, () -> indefinite("timeout")));
    }

    private void ask() {
        NodeId node = servers.get(server);
        asked = node.name();
        site.request(id, node, open);
        if (policy.roaming()) {
            policy.retryAfter().ifPresent(this::askAnotherAfter);
        }
    }

    private void askAnotherAfter(Duration wait) {
        Message waiting = open;
        int askedServer = server;
        later(wait, () -> {
            if (open == waiting && server == askedServer) {
                askAnother();
            }
        });
    }

    private void askAnother() {
        server = (server + 1) % servers.size();
        ask();
    }

    /** Does something later, if the operation that is open now is still open then. */
    private void later(Duration wait, Runnable action) {
        long number = msgId;
        site.at(site.now() + wait.toNanos(), () -> {
            if (open != null && msgId == number) {
                action.run();
            }
        });
    }

    /** An answer has arrived; one that nobody waits for is passed over. */
    public void onReply(NodeId from, Message message) {
        if (open == null || !(message instanceof ClientReply reply) || reply.inReplyTo() != msgId) {
            return;
        }
        Outcome outcome = reply.outcome();
        if (outcome instanceof Outcome.Ok ok) {
            asked = from.name();
            succeed(ok.value());
        } else if (outcome instanceof Outcome.Fail fail) {
            asked = from.name();
            fail(fail.value(), fail.error());
        } else if (outcome instanceof Outcome.Indefinite indefinite) {
            indefinite(indefinite.error());
        } else if (outcome instanceof Outcome.Redirect redirect && from.equals(servers.get(server))) {
            follow(redirect);
        }
    }

    private void follow(Outcome.Redirect redirect) {
        int next = redirect.hint()
                .map(servers::indexOf)
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
    public void onCrash(NodeId node) {
        if (policy.roaming() || !node.equals(servers.get(server))) {
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
            invokeAt(site.now() + session.between().toNanos());
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
        if (policy.roaming() && policy.retryAfter().isEmpty()) {
            server = (server + 1) % servers.size();
        }
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
        site.record(type, process, session.steps().get(step).f(), value, error, asked);
    }
}
