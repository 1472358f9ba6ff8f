package dev.faultline.targets.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.fault.Machines;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.wire.WireFormat;
import dev.faultline.targets.live.NodeConnection;
import dev.faultline.targets.live.NodeConnection.Listener;
import dev.faultline.targets.live.ProxiedSite;
import dev.faultline.targets.live.RunnerConnection;
import dev.faultline.targets.live.Together;
import dev.faultline.targets.live.ToxiproxyLinks;
import dev.faultline.targets.live.ToxiproxyLinks.Link;
import dev.faultline.targets.runner.ControlMessage;
import dev.faultline.targets.runner.Launch;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.testcontainers.DockerClientFactory;

/**
 * The nodes of one run as containers, one each for all its boots. Storage and logs are directories of this machine. A node's address
 * and its mapped port belong to a second container, whose network the node shares: they stay when the node is dead, so that
 * whoever connects is refused at once, as by a machine whose program has crashed, and not left waiting as by one without power.
 */
final class ContainerSite implements ProxiedSite {
    private static final ExposedPort PORT = ExposedPort.tcp(7000);
    /** The port of the first link on Toxiproxy, where nobody else takes any. */
    private static final int FIRST_LINK = 20_000;

    /** Seconds; some shells' {@code sleep} knows no infinity. */
    private static final String LONG = "2147483647";

    private final Place place;
    private final String run;
    private final String image;
    private final List<Role> roles;
    private final WireFormat wire;
    private final List<NodeId> nodes;
    private final long seed;
    private final Path directory;
    private final Path logs;
    private final DockerClient docker = Docker.client();
    private final Map<Link, Integer> links = new LinkedHashMap<>();
    private final Map<NodeId, String> containers = new ConcurrentHashMap<>();
    private final Map<NodeId, String> networks = new ConcurrentHashMap<>();
    private final Map<NodeId, InetSocketAddress> addresses = new ConcurrentHashMap<>();
    private final ContainerMachines machines;

    /**
     * @param run a name that no other run has
     * @param directory where the nodes keep their storage
     * @param logs where they log
     */
    ContainerSite(
            Place place,
            String run,
            String image,
            List<Role> roles,
            List<NodeId> nodes,
            long seed,
            Path directory,
            Path logs) {
        this.place = place;
        this.run = run;
        this.image = image;
        this.roles = roles;
        this.wire = WireFormat.of(roles, ControlMessage.class);
        this.nodes = nodes;
        this.seed = seed;
        this.directory = directory;
        this.logs = logs;
        this.machines = new ContainerMachines(place, nodes, containers, networks);
        for (NodeId from : nodes) {
            nodes.stream()
                    .filter(to -> !to.equals(from))
                    .forEach(to -> links.put(new Link(from, to), FIRST_LINK + links.size()));
        }
    }

    private String name(NodeId node) {
        return run + "-" + node;
    }

    @Override
    public void connect(ToxiproxyLinks proxies) {
        links.forEach((link, port) -> proxies.add(
                link,
                run + "-" + link.from() + "-" + link.to(),
                place.toxiproxy().bind() + ":" + port,
                place.address(nodes.indexOf(link.to())) + ":" + PORT.getPort()));
    }

    @Override
    public void boot(NodeId node, int boot) throws IOException {
        Path own = Files.createDirectories(directory.resolve(node.name()));
        Files.write(own.resolve("launch"), launch(node, boot).bytes());
        ReadyLine ready = ReadyLine.after(logs.resolve(node + ".log"));
        machines.restore(node);
        docker.startContainerCmd(containers.computeIfAbsent(node, id -> create(id, own)))
                .exec();
        ready.await();
    }

    private Launch launch(NodeId node, int boot) {
        Map<NodeId, String> peers = new LinkedHashMap<>();
        nodes.stream()
                .filter(peer -> !peer.equals(node))
                .forEach(peer -> peers.put(peer, place.toxiproxyAddress() + ":" + links.get(new Link(node, peer))));
        return new Launch(roles, node, "0.0.0.0", PORT.getPort(), peers, "/faultline/run/storage", seed, boot);
    }

    private String create(NodeId node, Path own) {
        HostConfig host = HostConfig.newHostConfig()
                .withBinds(
                        new Bind(own.toString(), new Volume("/faultline/run"), AccessMode.rw),
                        new Bind(logs.toAbsolutePath().toString(), new Volume("/faultline/logs"), AccessMode.rw))
                .withNetworkMode("container:" + network(node));
        CreateContainerCmd command = docker.createContainerCmd(image)
                .withName(name(node))
                .withLabels(place.labels())
                .withHostConfig(ContainerMachines.size(host))
                .withCmd(node.name());
        owner(own).ifPresent(command::withUser);
        return command.exec().getId();
    }

    /**
     * Starts the container that holds the node's address. Its port is mapped on Docker's own network, so that the harness reaches the
     * node when it is off the run's.
     */
    private String network(NodeId node) {
        HostConfig host = HostConfig.newHostConfig()
                .withPortBindings(new PortBinding(Ports.Binding.empty(), PORT))
                .withNetworkMode("bridge");
        String container = docker.createContainerCmd(image)
                .withName(name(node) + "-network")
                .withLabels(place.labels())
                .withExposedPorts(PORT)
                .withHostConfig(host)
                .withEntrypoint("sleep", LONG)
                .exec()
                .getId();
        networks.put(node, container);
        docker.startContainerCmd(container).exec();
        place.connect(container, nodes.indexOf(node));
        addresses.put(node, mapped(container));
        return container;
    }

    /** Files that a container writes belong to whoever runs the harness. */
    private static Optional<String> owner(Path directory) {
        try {
            return Optional.of(
                    Files.getAttribute(directory, "unix:uid") + ":" + Files.getAttribute(directory, "unix:gid"));
        } catch (IOException | UnsupportedOperationException notUnix) {
            return Optional.empty();
        }
    }

    private InetSocketAddress mapped(String container) {
        Ports.Binding[] bindings = docker.inspectContainerCmd(container)
                .exec()
                .getNetworkSettings()
                .getPorts()
                .getBindings()
                .get(PORT);
        int port = Integer.parseInt(bindings[0].getHostPortSpec());
        return new InetSocketAddress(DockerClientFactory.instance().dockerHostIpAddress(), port);
    }

    @Override
    public NodeConnection connect(NodeId node, Listener listener) throws IOException {
        return RunnerConnection.open(node.name(), addresses.get(node), wire, listener);
    }

    @Override
    public void kill(NodeId node) {
        String container = containers.get(node);
        if (container == null) {
            return;
        }
        try {
            docker.killContainerCmd(container).withSignal("KILL").exec();
        } catch (ConflictException | NotModifiedException dead) {
            return;
        }
        docker.waitContainerCmd(container)
                .exec(new WaitContainerResultCallback())
                .awaitStatusCode();
    }

    @Override
    public void pause(NodeId node) {
        docker.pauseContainerCmd(containers.get(node)).exec();
    }

    @Override
    public void resume(NodeId node) {
        docker.unpauseContainerCmd(containers.get(node)).exec();
    }

    @Override
    public Machines machines() {
        return machines;
    }

    @Override
    public void close() {
        List<String> all = new ArrayList<>(containers.values());
        all.addAll(networks.values());
        Together.all(all, container -> docker.removeContainerCmd(container)
                .withForce(true)
                .withRemoveVolumes(true)
                .exec());
    }
}
