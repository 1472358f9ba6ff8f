package dev.faultline.targets.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.WaitResponse;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.foreign.AssignedPlace;
import dev.faultline.targets.foreign.ForeignConnection;
import dev.faultline.targets.foreign.ForeignProgram;
import dev.faultline.targets.foreign.ListeningPorts;
import dev.faultline.targets.live.NodeConnection;
import dev.faultline.targets.live.NodeConnection.Listener;
import dev.faultline.targets.live.ProxiedSite;
import dev.faultline.targets.live.Together;
import dev.faultline.targets.live.ToxiproxyLinks;
import dev.faultline.targets.live.ToxiproxyLinks.Link;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The nodes of a foreign system as containers of its image, one each for all its boots: what it wrote into the container survives a
 * kill. Mapped ports are others after every boot.
 */
final class ImageSite implements ProxiedSite {
    /** The port of the first link on Toxiproxy, where nobody else takes any. */
    private static final int FIRST_LINK = 20_000;

    private final Place place;
    private final String run;
    private final ForeignProgram program;
    private final List<NodeId> nodes;
    private final Path logs;
    private final DockerClient docker = Docker.client();
    private final Map<Link, Map<String, Integer>> links = new LinkedHashMap<>();
    private final Map<NodeId, ForeignContainer> containers = new ConcurrentHashMap<>();

    /**
     * @param run a name that no other run has
     * @param logs where the nodes' output goes
     */
    ImageSite(Place place, String run, ForeignProgram program, List<NodeId> nodes, Path logs) {
        this.place = place;
        this.run = run;
        this.program = program;
        this.nodes = nodes;
        this.logs = logs;
        int port = FIRST_LINK;
        for (NodeId from : nodes) {
            for (NodeId to : nodes) {
                if (!from.equals(to)) {
                    Map<String, Integer> named = new LinkedHashMap<>();
                    for (String name : program.ports().keySet()) {
                        named.put(name, port++);
                    }
                    links.put(new Link(from, to), named);
                }
            }
        }
    }

    private String inside(NodeId node) {
        return place.address(nodes.indexOf(node));
    }

    @Override
    public void connect(ToxiproxyLinks proxies) {
        links.forEach((link, ways) -> ways.forEach((name, port) -> proxies.addBothWays(
                link,
                run + "-" + link.from() + "-" + link.to() + "-" + name,
                place.toxiproxy().bind() + ":" + port,
                inside(link.to()) + ":" + program.ports().get(name))));
    }

    @Override
    public void boot(NodeId node, int boot) throws IOException {
        ForeignContainer container = containers.computeIfAbsent(node, this::create);
        container.start();
        new ListeningPorts(node, container.host(), container.ports(), container).await();
    }

    private ForeignContainer create(NodeId node) {
        return ForeignContainer.create(
                docker, place, run + "-" + node, inside(node), program, assigned(node), logs.resolve(node + ".log"));
    }

    private AssignedPlace assigned(NodeId node) {
        Map<NodeId, Map<String, String>> addresses = new LinkedHashMap<>();
        links.forEach((link, ways) -> {
            if (link.from().equals(node)) {
                Map<String, String> named = new LinkedHashMap<>();
                ways.forEach((name, port) -> named.put(name, place.toxiproxyAddress() + ":" + port));
                addresses.put(link.to(), named);
            }
        });
        return new AssignedPlace(node, nodes, "0.0.0.0", program.ports(), addresses, ForeignContainer.DIRECTORY);
    }

    @Override
    public NodeConnection connect(NodeId node, Listener listener) {
        ForeignContainer container = containers.get(node);
        docker.waitContainerCmd(container.id()).exec(new ResultCallback.Adapter<WaitResponse>() {
            @Override
            public void onComplete() {
                super.onComplete();
                listener.ended();
            }
        });
        var address = new InetSocketAddress(container.host(), container.ports().get(program.clientPort()));
        return new ForeignConnection(node, address, program.connector(), listener);
    }

    @Override
    public Optional<Message> refusal(Message request) {
        return ForeignConnection.refusal(request);
    }

    @Override
    public void kill(NodeId node) {
        Optional.ofNullable(containers.get(node)).ifPresent(ForeignContainer::kill);
    }

    @Override
    public void pause(NodeId node) {
        docker.pauseContainerCmd(containers.get(node).id()).exec();
    }

    @Override
    public void resume(NodeId node) {
        docker.unpauseContainerCmd(containers.get(node).id()).exec();
    }

    @Override
    public void close() {
        Together.all(containers.values(), ForeignContainer::remove);
    }
}
