package dev.faultline.targets.simulation;

import dev.faultline.checkers.history.EventType;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.property.Sight;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.Run.BrokenInvariant;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.runtime.Trace.TraceEvent;
import dev.faultline.targets.client.ClientSite;
import dev.faultline.targets.client.PlannedClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run: virtual time, the nodes, the network between them, and whoever watches. */
final class Simulation implements ClientSite {
    final long seed;
    final Cluster cluster;
    final EventQueue queue = new EventQueue();
    final SimulatedNetwork network;
    final Recorder recorder = new Recorder();
    final Set<NodeId> members;
    final List<SimulatedNode> nodes = new ArrayList<>();
    private final Map<NodeId, SimulatedNode> byId = new HashMap<>();
    private final Map<NodeId, PlannedClient> clients = new LinkedHashMap<>();
    private final Map<String, Set<NodeId>> roles = new HashMap<>();
    private final MessageCounter counter;
    private final Postman postman;
    private final List<Monitor> monitors;
    private final boolean statesWatched;
    private final boolean traced;
    private final Trace trace;
    private long now;
    private long steps;
    private long messages;
    private int clientsDone;
    private BrokenInvariant broken;

    Simulation(Cluster cluster, long seed, List<Monitor> monitors, Trace trace, Postman.Factory postmen) {
        this.cluster = cluster;
        this.seed = seed;
        this.monitors = monitors;
        this.statesWatched = monitors.stream().anyMatch(monitor -> monitor.sight() != Sight.NOTHING);
        this.trace = trace;
        this.traced = trace != Trace.NONE;
        cluster.nodes().forEach((id, role) -> nodes.add(new SimulatedNode(id, nodes.size(), role, this)));
        nodes.forEach(node -> byId.put(node.id, node));
        this.members = Collections.unmodifiableSet(cluster.nodes().keySet());
        this.counter = new MessageCounter(nodes.size());
        this.network = new SimulatedNetwork(nodes.size(), seed);
        this.postman = postmen.create(this);
    }

    @Override
    public long now() {
        return now;
    }

    boolean isBroken() {
        return broken != null;
    }

    SimulatedNode node(NodeId id) {
        SimulatedNode node = byId.get(id);
        if (node == null) {
            throw new IllegalArgumentException(
                    "The cluster has no node '" + id + "', so nothing can reach it. Its nodes are " + members + ".");
        }
        return node;
    }

    Set<NodeId> members(String role) {
        return roles.computeIfAbsent(role, name -> Collections.unmodifiableSet(cluster.members(name)));
    }

    Postman postman() {
        return postman;
    }

    void add(PlannedClient client) {
        clients.put(client.id(), client);
    }

    @Override
    public void clientDone() {
        clientsDone++;
    }

    /** Whether every client has worked off its sessions. */
    boolean isOver() {
        return clientsDone == clients.size();
    }

    PlannedClient client(NodeId id) {
        return clients.get(id);
    }

    @Override
    public void at(long time, Runnable action) {
        queue.add(
                new Event() {
                    @Override
                    void happen() {
                        action.run();
                    }
                },
                Math.max(time, now));
    }

    /** Lets the next event happen. */
    void step() {
        Event next = queue.take();
        now = Math.max(now, next.time);
        next.happen();
    }

    /** Lets virtual time pass without anything happening. */
    void advanceTo(long time) {
        now = Math.max(now, time);
    }

    void send(SimulatedNode from, NodeId to, Message message) {
        long number = ++messages;
        if (to.isClient()) {
            trace("send", from, to, number, message);
            postman.carryToClient(from, to, message);
            return;
        }
        SimulatedNode receiver = node(to);
        counter.sent(from.index, receiver.index, message);
        trace("send", from, to, number, message);
        postman.carry(from, receiver, message, number);
    }

    @Override
    public boolean isUp(NodeId node) {
        return node(node).isUp();
    }

    @Override
    public void request(NodeId from, NodeId to, Message message) {
        postman.carryToNode(from, node(to), message, ++messages);
    }

    @Override
    public void record(EventType type, int process, String f, Object value, Object error, String node) {
        recorder.record(now, type, process, f, value, error, node);
    }

    void delivered(SimulatedNode node, NodeId from, Message message, long number) {
        counter.delivered();
        if (traced) {
            trace.on(new TraceEvent(steps + 1, now, "deliver", node.id, from, number, message));
        }
    }

    void deliveredToClient() {
        counter.delivered();
    }

    /** A node has handled an event: shows its state to whoever watches. */
    void handled(SimulatedNode node) {
        steps++;
        if (traced) {
            trace.on(new TraceEvent(steps, now, "state", node.id, null, 0, node.state()));
        }
        if (statesWatched && broken == null) {
            watch(node.id, node.state());
        }
    }

    /** A node's handler threw: the run ends there. */
    void failed(SimulatedNode node, RuntimeException thrown) {
        steps++;
        StackTraceElement[] stack = thrown.getStackTrace();
        String where = stack.length == 0 ? "" : " at " + stack[0];
        broken = new BrokenInvariant(
                BrokenInvariant.NODE_FAILURE, node.id + " threw " + thrown + where + ".", steps, Duration.ofNanos(now));
    }

    private void watch(NodeId node, Record state) {
        for (int i = 0; i < monitors.size(); i++) {
            Optional<String> objection = monitors.get(i).onState(node, state, now);
            if (objection.isPresent()) {
                broken = new BrokenInvariant(i, objection.get(), steps, Duration.ofNanos(now));
                return;
            }
        }
    }

    void crashed(SimulatedNode node) {
        monitors.forEach(monitor -> monitor.onCrash(node.id, now));
        clients.values().forEach(client -> client.onCrash(node.id));
    }

    void fault(String f, Object value) {
        recorder.fault(now, f, value);
        if (traced) {
            trace.on(new TraceEvent(steps, now, "fault", null, null, 0, List.of(f, value)));
        }
    }

    void trace(String kind, SimulatedNode node, NodeId peer, long number, Object what) {
        if (traced) {
            trace.on(new TraceEvent(steps, now, kind, node.id, peer, number, what));
        }
    }

    Run result(long faultsOver) {
        Map<NodeId, Record> states = new LinkedHashMap<>();
        nodes.stream().filter(SimulatedNode::isUp).forEach(node -> states.put(node.id, node.state()));
        return new Run(
                cluster,
                recorder.history(),
                Duration.ofNanos(faultsOver),
                Duration.ofNanos(now),
                counter.counts(new ArrayList<>(members)),
                states,
                steps,
                List.of(),
                Optional.ofNullable(broken));
    }
}
