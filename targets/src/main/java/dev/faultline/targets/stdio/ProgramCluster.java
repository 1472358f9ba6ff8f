package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.FaultInjector;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.live.Loop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The programs of one run, and the router between them, the clients and the services. Everything happens in the loop's thread, but
 * what says otherwise.
 */
final class ProgramCluster implements FaultInjector, AutoCloseable {
    private static final String HARNESS = "c0";

    private final List<String> command;
    private final Path logs;
    private final Loop loop;
    private final Network network;
    private final Map<String, Service> services;
    private final List<NodeId> nodes;
    private final Map<String, ProgramProcess> running = new LinkedHashMap<>();
    private final Map<String, Integer> boots = new HashMap<>();
    private final Map<String, Integer> pauses = new HashMap<>();
    private final Map<String, Consumer<Packet>> clients = new HashMap<>();
    private final Set<String> initialized = new LinkedHashSet<>();
    private final List<String> mistakes = new ArrayList<>();
    private long messages;

    /** @param nodes how many programs to run */
    ProgramCluster(
            List<String> command, int nodes, Path logs, Loop loop, Network network, Map<String, Service> services) {
        this.command = command;
        this.logs = logs;
        this.loop = loop;
        this.network = network;
        this.services = services;
        List<NodeId> ids = new ArrayList<>();
        for (int number = 1; number <= nodes; number++) {
            ids.add(NodeId.node(number));
        }
        this.nodes = List.copyOf(ids);
    }

    /** Whether every node that runs has answered its {@code init}. */
    boolean isReady() {
        return initialized.containsAll(running.keySet());
    }

    /** What programs did that the protocol forbids, in words. From any thread, when the loop has ended. */
    List<String> mistakes() {
        return mistakes;
    }

    /** How many messages nodes have sent to each other and to services. */
    long messages() {
        return messages;
    }

    void addClient(String id, Consumer<Packet> replies) {
        clients.put(id, replies);
    }

    @Override
    public void start(NodeId node) {
        String name = node.name();
        if (running.containsKey(name)) {
            return;
        }
        int boot = boots.merge(name, 1, Integer::sum);
        try {
            ProgramProcess program = ProgramProcess.start(
                    command,
                    logs.resolve(name + ".log"),
                    line -> loop.soon(() -> said(name, boot, line)),
                    ended -> loop.soon(() -> ended(name, ended)));
            running.put(name, program);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        send(new Packet(HARNESS, name, init(name)));
    }

    private ObjectNode init(String name) {
        ObjectNode body = Packet.body("init").put("msg_id", 1).put("node_id", name);
        ArrayNode ids = body.putArray("node_ids");
        nodes.forEach(node -> ids.add(node.name()));
        return body;
    }

    /** Hands a message to its node; nothing happens when that is down. */
    void send(Packet packet) {
        ProgramProcess program = running.get(packet.dest());
        if (program != null) {
            program.send(packet.line());
        }
    }

    private void said(String node, int boot, String line) {
        if (!running.containsKey(node) || boots.get(node) != boot) {
            return;
        }
        Optional<Packet> packet = Packet.parse(line);
        if (packet.isEmpty() || !packet.get().src().equals(node)) {
            mistakes.add(node + " printed what is no message of its own: " + shortened(line));
            return;
        }
        route(packet.get());
    }

    private static String shortened(String line) {
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }

    private void route(Packet packet) {
        String to = packet.dest();
        if (to.equals(HARNESS)) {
            initialized.add(packet.src());
        } else if (clients.containsKey(to)) {
            clients.get(to).accept(packet);
        } else if (services.containsKey(to)) {
            messages++;
            network.carry(packet.src(), to, () -> ask(packet));
        } else if (nodes.stream().anyMatch(node -> node.name().equals(to))) {
            messages++;
            network.carry(packet.src(), to, () -> send(packet));
        } else {
            mistakes.add(packet.src() + " sent a message to '" + to + "', which nobody is called.");
        }
    }

    private void ask(Packet request) {
        ObjectNode answer = services.get(request.dest()).answer(request.src(), request.body());
        network.carry(request.dest(), request.src(), () -> send(request.reply(answer)));
    }

    private void ended(String node, ProgramProcess program) {
        if (running.get(node) == program) {
            mistakes.add(node + " " + program.end() + " although nobody had killed it. Its log may say why: "
                    + logs.resolve(node + ".log"));
            lose(node);
        }
    }

    private void lose(String node) {
        ProgramProcess program = running.remove(node);
        pauses.remove(node);
        initialized.remove(node);
        if (program != null) {
            program.kill();
        }
    }

    @Override
    public List<NodeId> nodes() {
        return nodes;
    }

    @Override
    public Set<NodeId> nodes(String role) {
        return new LinkedHashSet<>(nodes);
    }

    @Override
    public boolean isUp(NodeId node) {
        return running.containsKey(node.name());
    }

    /** Nobody can look into a program. */
    @Override
    public Optional<Record> state(NodeId node) {
        return Optional.empty();
    }

    @Override
    public void crash(NodeId node, int afterEffects, double keptUnsynced) {
        lose(node.name());
    }

    @Override
    public void pause(NodeId node) {
        if (isUp(node) && pauses.merge(node.name(), 1, Integer::sum) == 1) {
            signal(node, "STOP");
        }
    }

    @Override
    public void resume(NodeId node) {
        Integer open = pauses.computeIfPresent(node.name(), (paused, count) -> count - 1);
        if (open != null && open == 0) {
            pauses.remove(node.name());
            signal(node, "CONT");
        }
    }

    private void signal(NodeId node, String name) {
        try {
            running.get(node.name()).signal(name);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void cut(NodeId from, NodeId to) {
        network.cut(from, to);
    }

    @Override
    public void mend(NodeId from, NodeId to) {
        network.mend(from, to);
    }

    @Override
    public void disturb(Disturbance disturbance) {
        network.disturb(disturbance);
    }

    @Override
    public void calm(Disturbance disturbance) {
        network.calm(disturbance);
    }

    @Override
    public void skew(NodeId node, Duration offset, double rate) {
        throw new UnsupportedOperationException("The clock of a program cannot be set wrong from outside.");
    }

    /** Kills every program. When the loop has ended. */
    @Override
    public void close() {
        List.copyOf(running.keySet()).forEach(this::lose);
    }
}
