package dev.faultline.targets.processes;

import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.wire.WireFormat;
import dev.faultline.targets.live.NodeConnection;
import dev.faultline.targets.live.NodeConnection.Listener;
import dev.faultline.targets.live.ProxiedSite;
import dev.faultline.targets.live.RunnerConnection;
import dev.faultline.targets.live.ToxiproxyLinks;
import dev.faultline.targets.live.ToxiproxyLinks.Link;
import dev.faultline.targets.runner.ControlMessage;
import dev.faultline.targets.runner.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** The nodes of one run as processes on this machine. */
final class ProcessSite implements ProxiedSite {
    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();

    private final String run;
    private final List<Role> roles;
    private final WireFormat wire;
    private final long seed;
    private final List<NodeId> nodes;
    private final Path directory;
    private final Path logs;
    private final JavaCommand java;
    private final List<Integer> ports;
    private final Map<NodeId, Integer> listening = new LinkedHashMap<>();
    private final Map<Link, Integer> links = new LinkedHashMap<>();
    private final Optional<Path> archive;
    private final Map<NodeId, NodeProcess> running = new ConcurrentHashMap<>();
    private final AtomicReference<NodeProcess> spare = new AtomicReference<>();
    private volatile boolean closing;

    /**
     * Lends the ports of the nodes and of the links between them.
     *
     * @param run a name that no other run on the proxies' server has
     * @param directory where the nodes keep their storage
     * @param logs where they log
     */
    ProcessSite(
            String run, List<Role> roles, List<NodeId> nodes, long seed, Path directory, Path logs, JavaCommand java)
            throws IOException {
        this.run = run;
        this.roles = roles;
        this.wire = WireFormat.of(roles, ControlMessage.class);
        this.nodes = nodes;
        this.seed = seed;
        this.directory = directory;
        this.logs = logs;
        this.java = java;
        this.ports = Ports.lend(nodes.size() * nodes.size());
        List<Integer> left = new ArrayList<>(ports);
        for (NodeId from : nodes) {
            listening.put(from, left.remove(0));
            nodes.stream().filter(to -> !to.equals(from)).forEach(to -> links.put(new Link(from, to), left.remove(0)));
        }
        this.archive = archive();
    }

    @Override
    public void connect(ToxiproxyLinks proxies) {
        links.forEach((link, port) -> proxies.add(
                link,
                run + "-" + link.from() + "-" + link.to(),
                HOST + ":" + port,
                HOST + ":" + listening.get(link.to())));
    }

    @Override
    public void boot(NodeId node, int boot) throws IOException {
        Path file = directory.resolve(node + ".launch");
        Files.write(
                file,
                launch(node, listening.get(node), directory.resolve(node.name()), boot)
                        .bytes());
        NodeProcess process = spare.getAndSet(null);
        if (process == null) {
            process = NodeProcess.start(java.quickly(archive));
        }
        running.put(node, process);
        process.become(file, logs.resolve(node + ".log"));
    }

    /** Makes the archive of classes with a node that nobody talks to. */
    private Optional<Path> archive() throws IOException {
        Path file = directory.resolve("archive.launch");
        Files.write(
                file, launch(nodes.get(0), 0, directory.resolve("archive"), 0).bytes());
        return java.archive(file);
    }

    private Launch launch(NodeId node, int port, Path storage, int boot) {
        Map<NodeId, String> peers = new LinkedHashMap<>();
        nodes.stream()
                .filter(peer -> !peer.equals(node))
                .forEach(peer -> peers.put(peer, HOST + ":" + links.get(new Link(node, peer))));
        return new Launch(roles, node, HOST, port, peers, storage.toString(), seed, boot);
    }

    @Override
    public NodeConnection connect(NodeId node, Listener listener) throws IOException {
        return RunnerConnection.open(node.name(), address(node), wire, listener);
    }

    /** Where the harness reaches a node. */
    InetSocketAddress address(NodeId node) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.get(node));
    }

    @Override
    public void kill(NodeId node) {
        NodeProcess process = running.remove(node);
        if (process != null) {
            process.kill();
            getReadyForRestart();
        }
    }

    /** A restart that had to wait for a JVM would take longer than most outages. */
    private void getReadyForRestart() {
        if (spare.get() == null && !closing) {
            try {
                spare.set(NodeProcess.start(java.quickly(archive)));
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
    }

    @Override
    public void pause(NodeId node) {
        signal(node, "STOP");
    }

    @Override
    public void resume(NodeId node) {
        signal(node, "CONT");
    }

    private void signal(NodeId node, String signal) {
        NodeProcess process = running.get(node);
        if (process != null) {
            process.signal(signal);
        }
    }

    @Override
    public void close() {
        closing = true;
        Optional.ofNullable(spare.getAndSet(null)).ifPresent(NodeProcess::kill);
        running.keySet().forEach(this::kill);
        Ports.giveBack(ports);
    }
}
