package dev.faultline.targets.live;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
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
import dev.faultline.targets.runner.ControlMessage.HandlerFailed;
import dev.faultline.targets.runner.ControlMessage.NodeState;
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
public final class LiveRun implements ClientSite, LiveNodes.Listener {
    /** What a busy machine may take longer than a claim says. */
    public static final Duration SLACK = Duration.ofSeconds(2);

    private static final long LOOK_NANOS = 20_000_000;
    private static final long LATEST_NEMESIS = 60_000_000_000L;

    private final RunPlan plan;
    private final Site site;
    private final Recorder recorder;
    private final List<Monitor> monitors;
    private final WatchedStates watched;
    private final Loop loop = new Loop("faultline-run");
    private final LiveNodes nodes;
    private final Map<NodeId, PlannedClient> clients = new LinkedHashMap<>();
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
        this.nodes = new LiveNodes(plan.cluster().nodes().keySet(), site, loop, watched.areWanted(), this);
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
        nodes.bootAll();
        nemesis = new Nemesis(plan, loop, new LiveInjector(plan.cluster(), nodes, site, links), this::fault);
        try (loop) {
            loop.begin(System.nanoTime());
            addClients();
            loop.soon(nodes.punctuality()::begin);
            nemesis.begin();
            clients.values().forEach(client -> loop.soon(client::next));
            boolean finished = await();
            nemesis.close();
            if (!finished) {
                loop.soon(() -> fault("end", List.of()));
            }
            long end = loop.now();
            nodes.hearLastWords();
            loop.close();
            return result(nemesis.faultsOver(), end);
        } finally {
            nemesis.close();
            nodes.close();
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

    private Run result(long faultsOver, long end) {
        if (loop.failure() != null) {
            throw loop.failure();
        }
        Counts counts = nodes.counts();
        return new Run(
                plan.cluster(),
                recorder.history(),
                Duration.ofNanos(faultsOver),
                Duration.ofNanos(end),
                counts.messages(),
                nodes.states(),
                counts.steps(),
                nodes.punctuality().delays(),
                Optional.ofNullable(broken));
    }

    private void fault(String f, Object value) {
        recorder.record(now(), EventType.INFO, Event.NEMESIS, f, value, null, null);
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
        return nodes.node(node).isUp();
    }

    @Override
    public void request(NodeId client, NodeId node, Message message) {
        LiveNode asked = nodes.node(node);
        nodes.send(asked, client, message);
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

    @Override
    public void heard(NodeId from, Envelope envelope) {
        if (envelope.body() instanceof NodeState state) {
            watched.see(from, state, now()).ifPresent(objection -> stop(objection.monitor(), objection.explanation()));
        } else if (envelope.body() instanceof HandlerFailed failed) {
            stop(BrokenInvariant.NODE_FAILURE, failed.explanation());
        } else if (clients.containsKey(envelope.dest())) {
            clients.get(envelope.dest()).onReply(from, envelope.body());
        }
    }

    @Override
    public void dies(NodeId node) {
        fault("crash", List.of(node.name()));
    }

    @Override
    public void died(NodeId node) {
        monitors.forEach(monitor -> monitor.onCrash(node, now()));
        clients.values().forEach(client -> client.onCrash(node));
    }

    private void stop(int monitor, String explanation) {
        if (broken == null) {
            broken = new BrokenInvariant(monitor, explanation, nodes.counts().steps(), Duration.ofNanos(now()));
            over.countDown();
        }
    }
}
