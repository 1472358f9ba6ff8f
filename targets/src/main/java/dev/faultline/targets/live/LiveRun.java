package dev.faultline.targets.live;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.Run.BrokenInvariant;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.wire.Envelope;
import dev.faultline.targets.client.ClientSite;
import dev.faultline.targets.client.PlannedClient;
import dev.faultline.targets.runner.ControlMessage;
import dev.faultline.targets.runner.ControlMessage.HandlerFailed;
import dev.faultline.targets.runner.ControlMessage.NodeState;
import dev.faultline.targets.runner.ControlMessage.NodeStatus;
import dev.faultline.targets.runner.ControlMessage.Pong;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One run on real nodes, in real time. Everything that clients do and that is recorded happens in one thread, the loop, whose
 * clock is monotonic; faults strike in another, the nemesis, because they take time. An operation is recorded as invoked before
 * its request leaves, and as completed after its answer has come.
 */
public final class LiveRun implements ClientSite {
    /** What a busy machine may take longer than a claim says. */
    public static final Duration SLACK = Duration.ofSeconds(2);

    private static final Duration LAST_WORDS = Duration.ofMillis(300);
    private static final long LOOK_NANOS = 20_000_000;
    private static final long LATEST_NEMESIS = 60_000_000_000L;
    private static final long DEATH_AFTER_EFFECTS = 20;
    private static final long DEATH_AT_ONCE = 200;

    private final RunPlan plan;
    private final Site site;
    private final Recorder recorder;
    private final List<Monitor> monitors;
    private final WatchedStates watched;
    private final Loop loop = new Loop("faultline-run");
    private final Map<NodeId, LiveNode> nodes = new LinkedHashMap<>();
    private final Map<NodeId, PlannedClient> clients = new LinkedHashMap<>();
    private final Punctuality punctuality = new Punctuality(loop, nodes.values(), this::ping);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile BrokenInvariant broken;
    private Nemesis nemesis;
    private int clientsDone;

    private LiveRun(RunPlan plan, Site site, List<Monitor> monitors, Trace trace) {
        this.plan = plan;
        this.site = site;
        this.monitors = monitors;
        this.watched = new WatchedStates(plan.cluster(), monitors);
        this.recorder = new Recorder(trace);
        plan.cluster().nodes().keySet().forEach(id -> nodes.put(id, new LiveNode(id)));
    }

    /**
     * Runs a plan. The site and the links are the caller's to close.
     *
     * @throws UncheckedIOException when a node does not boot
     */
    public static Run of(RunPlan plan, Site site, Links links, List<Monitor> monitors, Trace trace) {
        return new LiveRun(plan, site, monitors, trace).run(links);
    }

    private Run run(Links links) {
        Together.all(nodes.keySet(), this::prepare);
        nodes.values().forEach(this::look);
        nemesis = new Nemesis(plan, loop, new LiveInjector(this, site, links), this::fault);
        try (loop) {
            loop.begin(System.nanoTime());
            addClients();
            loop.soon(punctuality::begin);
            nemesis.begin();
            clients.values().forEach(client -> loop.soon(client::next));
            boolean finished = await();
            nemesis.close();
            if (!finished) {
                loop.soon(() -> fault("end", List.of()));
            }
            long end = loop.now();
            hearLastWords();
            return result(nemesis.faultsOver(), end);
        } finally {
            nemesis.close();
            nodes.values().forEach(node -> node.connection().ifPresent(NodeConnection::close));
        }
    }

    private void addClients() {
        for (int number = 1; number <= plan.clients(); number++) {
            PlannedClient client = new PlannedClient(number, plan.clients(), plan.cluster(), this);
            clients.put(client.id(), client);
        }
        plan.sessions()
                .forEach(session -> clients.get(NodeId.client(session.client())).add(session));
    }

    /** Answers whether there is nothing to wait for any more, or false at the end; what has failed is told later. */
    private boolean await() {
        try {
            while (!over.await(LOOK_NANOS, TimeUnit.NANOSECONDS)) {
                if (loop.failure() != null || nemesis.hasFailed()) {
                    return true;
                }
                if (loop.now() > planned() + Math.min(nemesis.lateness(), LATEST_NEMESIS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted.", interrupted);
        }
    }

    /** When the run ends if the faults end in time. */
    private long planned() {
        return plan.horizon().plus(plan.quiet()).toNanos();
    }

    /** Asks every node for what it has counted, and gives it a moment to answer. */
    private void hearLastWords() {
        List<LiveNode> asked = nodes.values().stream().filter(LiveNode::isUp).toList();
        asked.forEach(LiveNode::listen);
        asked.forEach(node -> send(node, ControlMessage.HARNESS, new ControlMessage.Watch()));
        Together.awaitOrPass(() -> asked.stream().allMatch(LiveNode::hasSpoken), LAST_WORDS);
        loop.close();
    }

    private Run result(long faultsOver, long end) {
        if (loop.failure() != null) {
            throw loop.failure();
        }
        Map<NodeId, Record> states = new LinkedHashMap<>();
        nodes.values().forEach(node -> node.state().ifPresent(state -> states.put(node.id, state)));
        Counts counts = new Counts(nodes.values());
        return new Run(
                plan.cluster(),
                recorder.history(),
                Duration.ofNanos(faultsOver),
                Duration.ofNanos(end),
                counts.messages(),
                states,
                counts.steps(),
                punctuality.delays(),
                Optional.ofNullable(broken));
    }

    private void ping(LiveNode node) {
        send(node, ControlMessage.HARNESS, new ControlMessage.Ping());
    }

    /** Knows which nodes faults hold up. */
    Punctuality punctuality() {
        return punctuality;
    }

    Cluster cluster() {
        return plan.cluster();
    }

    LiveNode node(NodeId id) {
        LiveNode node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("The cluster has no node '" + id
                    + "', so nothing can reach it. Its nodes are " + nodes.keySet() + ".");
        }
        return node;
    }

    /** Boots a node and waits until it can be asked. */
    void boot(NodeId id) {
        prepare(id);
        look(node(id));
    }

    /** Lets a node's program listen, which does nothing by itself until somebody looks. */
    private void prepare(NodeId id) {
        LiveNode node = node(id);
        try {
            site.boot(id, node.nextBoot());
            NodeListener listener = new NodeListener(node);
            NodeConnection connection = site.connect(id, listener);
            listener.connection = connection;
            node.connected(connection);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause.getMessage(), cause);
        }
    }

    private void look(LiveNode node) {
        send(node, ControlMessage.HARNESS, node.skew());
        if (watched.areWanted()) {
            send(node, ControlMessage.HARNESS, new ControlMessage.ShowStates());
        }
        send(node, ControlMessage.HARNESS, new ControlMessage.Watch());
    }

    /** From here on the node counts as dead: whatever it still says is lost, and its clients learn of it. In the loop. */
    void lose(NodeId id) {
        LiveNode node = node(id);
        if (node.isUp()) {
            node.connection().ifPresent(NodeConnection::close);
            node.lost();
            punctuality.gone(id);
            monitors.forEach(monitor -> monitor.onCrash(id, now()));
            clients.values().forEach(client -> client.onCrash(id));
        }
    }

    /** As {@link #lose}, at a moment that nobody has recorded yet: since the fault struck, the node may have granted something. */
    private void loseLate(NodeId id) {
        if (node(id).isUp()) {
            fault("crash", List.of(id.name()));
            lose(id);
        }
    }

    /** Lets a node die by itself before one of its next effects; when it does not so in time, it counts as dead all the same. */
    void condemn(NodeId id, int afterEffects, double kept) {
        LiveNode node = node(id);
        send(node, ControlMessage.HARNESS, new ControlMessage.Die(afterEffects, kept));
        long patience = afterEffects == 0 ? DEATH_AT_ONCE : DEATH_AFTER_EFFECTS;
        Together.awaitOrPass(() -> !node.isUp(), Duration.ofMillis(patience));
        Together.in(loop, () -> loseLate(id));
    }

    void skew(NodeId id, Duration offset, double rate) {
        LiveNode node = node(id);
        node.skewed(offset, rate);
        send(node, ControlMessage.HARNESS, node.skew());
    }

    private void fault(String f, Object value) {
        recorder.record(now(), EventType.INFO, Event.NEMESIS, f, value, null, null);
    }

    private void send(LiveNode node, NodeId from, Message message) {
        node.connection().ifPresent(to -> to.send(new Envelope(from, node.id, message)));
    }

    @Override
    public long now() {
        return loop.now();
    }

    @Override
    public void at(long time, Runnable action) {
        loop.at(time, action);
    }

    @Override
    public void atPlanned(long time, Runnable action) {
        if (time <= plan.horizon().toNanos()) {
            at(time, action);
        } else if (nemesis.isOver()) {
            at(time + nemesis.lateness(), action);
        } else {
            at(Math.max(time, now() + LOOK_NANOS), () -> atPlanned(time, action));
        }
    }

    @Override
    public boolean isUp(NodeId node) {
        return node(node).isUp();
    }

    @Override
    public void request(NodeId client, NodeId node, Message message) {
        LiveNode asked = node(node);
        send(asked, client, message);
        if (!asked.isUp()) {
            site.refusal(message).ifPresent(refusal -> clients.get(client).onReply(node, refusal));
        }
    }

    @Override
    public void record(EventType type, int process, String f, Object value, Object error, String node) {
        recorder.record(now(), type, process, f, value, error, node);
    }

    @Override
    public void clientDone() {
        if (++clientsDone == clients.size()) {
            over.countDown();
        }
    }

    /** Hands what a node says to the loop. */
    private final class NodeListener implements NodeConnection.Listener {
        private final LiveNode node;
        private volatile NodeConnection connection;

        NodeListener(LiveNode node) {
            this.node = node;
        }

        @Override
        public void received(Envelope envelope) {
            soon(() -> hear(envelope));
        }

        /** Does something in the loop, unless the node is dead by then. */
        private void soon(Runnable action) {
            loop.soon(() -> {
                if (node.isCurrent(connection)) {
                    action.run();
                }
            });
        }

        private void see(NodeState state) {
            watched.see(node.id, state, now())
                    .ifPresent(objection -> stop(objection.monitor(), objection.explanation()));
        }

        private void hear(Envelope envelope) {
            if (envelope.body() instanceof NodeStatus status) {
                node.shows(status);
            } else if (envelope.body() instanceof Pong) {
                punctuality.answered(node.id);
            } else if (envelope.body() instanceof NodeState state) {
                see(state);
            } else if (envelope.body() instanceof HandlerFailed failed) {
                stop(BrokenInvariant.NODE_FAILURE, failed.explanation());
            } else if (clients.containsKey(envelope.dest())) {
                clients.get(envelope.dest()).onReply(node.id, envelope.body());
            }
        }

        @Override
        public void ended() {
            soon(() -> loseLate(node.id));
        }
    }

    private void stop(int monitor, String explanation) {
        if (broken == null) {
            long steps = new Counts(nodes.values()).steps();
            broken = new BrokenInvariant(monitor, explanation, steps, Duration.ofNanos(now()));
            over.countDown();
        }
    }
}
