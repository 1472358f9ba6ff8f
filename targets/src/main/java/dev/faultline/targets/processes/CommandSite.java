package dev.faultline.targets.processes;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.foreign.AssignedPlace;
import dev.faultline.targets.foreign.ForeignConnection;
import dev.faultline.targets.foreign.ForeignProgram;
import dev.faultline.targets.foreign.ListeningPorts;
import dev.faultline.targets.live.ChildProcess;
import dev.faultline.targets.live.NodeConnection;
import dev.faultline.targets.live.NodeConnection.Listener;
import dev.faultline.targets.live.ProxiedSite;
import dev.faultline.targets.live.ToxiproxyLinks;
import dev.faultline.targets.live.ToxiproxyLinks.Link;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
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

/** The nodes of a foreign system as processes on this machine. */
final class CommandSite implements ProxiedSite {
    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();

    private final String run;
    private final ForeignProgram program;
    private final List<NodeId> nodes;
    private final Path directory;
    private final Path logs;
    private final List<Integer> lent;
    private final Map<NodeId, Map<String, Integer>> ports = new LinkedHashMap<>();
    private final Map<Link, Map<String, Integer>> links = new LinkedHashMap<>();
    private final Map<NodeId, ChildProcess> running = new ConcurrentHashMap<>();

    /**
     * Lends the ports of the nodes and of the links between them.
     *
     * @param run a name that no other run on the proxies' server has
     * @param directory where the nodes keep what survives a crash
     * @param logs where their output goes
     */
    CommandSite(String run, ForeignProgram program, List<NodeId> nodes, Path directory, Path logs) {
        this.run = run;
        this.program = program;
        this.nodes = nodes;
        this.directory = directory;
        this.logs = logs;
        this.lent = Ports.lend(nodes.size() * nodes.size() * program.ports().size());
        List<Integer> left = new ArrayList<>(lent);
        for (NodeId to : nodes) {
            ports.put(to, named(left));
            nodes.stream().filter(from -> !from.equals(to)).forEach(from -> links.put(new Link(from, to), named(left)));
        }
    }

    private Map<String, Integer> named(List<Integer> left) {
        Map<String, Integer> named = new LinkedHashMap<>();
        program.ports().keySet().forEach(name -> named.put(name, left.remove(0)));
        return named;
    }

    @Override
    public void connect(ToxiproxyLinks proxies) {
        links.forEach((link, ways) -> ways.forEach((name, port) -> proxies.addBothWays(
                link,
                run + "-" + link.from() + "-" + link.to() + "-" + name,
                HOST + ":" + port,
                HOST + ":" + ports.get(link.to()).get(name))));
    }

    @Override
    public void boot(NodeId node, int boot) throws IOException {
        Path own = Files.createDirectories(directory.resolve(node.name()));
        Path log = logs.resolve(node + ".log");
        AssignedPlace place = place(node, own);
        ProcessBuilder builder = new ProcessBuilder(program.command().in(place))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(program.environment().in(place));
        ChildProcess process = ChildProcess.start(builder);
        running.put(node, process);
        new ListeningPorts(node, HOST, ports.get(node), new Command(process.process(), log)).await();
    }

    private record Command(Process process, Path log) implements ListeningPorts.Program {
        @Override
        public Optional<Integer> exitCode() {
            return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
        }
    }

    private AssignedPlace place(NodeId node, Path own) {
        Map<NodeId, Map<String, String>> addresses = new LinkedHashMap<>();
        links.forEach((link, ways) -> {
            if (link.from().equals(node)) {
                Map<String, String> named = new LinkedHashMap<>();
                ways.forEach((name, port) -> named.put(name, HOST + ":" + port));
                addresses.put(link.to(), named);
            }
        });
        return new AssignedPlace(
                node,
                nodes,
                HOST,
                ports.get(node),
                addresses,
                own.toAbsolutePath().toString());
    }

    @Override
    public NodeConnection connect(NodeId node, Listener listener) {
        var unused = running.get(node).process().onExit().thenRun(listener::ended);
        int port = ports.get(node).get(program.clientPort());
        return new ForeignConnection(node, new InetSocketAddress(HOST, port), program.connector(), listener);
    }

    @Override
    public Optional<Message> refusal(Message request) {
        return ForeignConnection.refusal(request);
    }

    @Override
    public void kill(NodeId node) {
        Optional.ofNullable(running.remove(node)).ifPresent(ChildProcess::kill);
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
        Optional.ofNullable(running.get(node)).ifPresent(process -> process.signal(signal));
    }

    @Override
    public void close() {
        running.keySet().forEach(this::kill);
        Ports.giveBack(lent);
    }
}
