package dev.faultline.targets.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Network.Ipam;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * Where one run takes place: a Docker network, with the real Toxiproxy on it. Nodes have fixed addresses there, because Toxiproxy
 * waits for every connection that it tries to make, and a name whose container is dead takes Docker's name server ten seconds.
 *
 * <p>Everything carries a label, by which the {@link Reaper} removes it when this JVM ends, in whatever way.
 */
final class Place implements AutoCloseable {
    static final String LABEL = "dev.faultline.harness";
    private static final int API = 8474;
    private static final int SUBNETS = 256 * 100;
    private static final int ATTEMPTS = 50;
    private static final int TOXIPROXY = 99;
    private static final int FIRST_NODE = 100;

    private static final class Jvm {
        private static final String ID = ProcessHandle.current().pid() + "-" + System.currentTimeMillis();

        static {
            Reaper.watch(ID);
        }

        private Jvm() {}
    }

    private final DockerClient docker = Docker.client();
    private final String network;
    private final String prefix;
    private final GenericContainer<?> server;
    private final ContainerToxiproxy toxiproxy;

    /** @param run a name that no other run has */
    Place(String run) {
        network = run;
        prefix = createNetwork();
        server = startToxiproxy();
        toxiproxy = new ContainerToxiproxy(server);
    }

    /** Takes the first private subnet that nobody uses; answers how its addresses begin. */
    private String createNetwork() {
        int first = (int) (ProcessHandle.current().pid() * 31 + network.hashCode());
        for (int attempt = 0; true; attempt++) {
            int subnet = Math.floorMod(first + attempt, SUBNETS);
            String candidate = "10." + (100 + subnet / 256) + "." + subnet % 256 + ".";
            Ipam.Config addresses =
                    new Ipam.Config().withSubnet(candidate + "0/24").withIpRange(candidate + "0/26");
            try {
                docker.createNetworkCmd()
                        .withName(network)
                        .withIpam(new Ipam().withConfig(addresses))
                        .withLabels(labels())
                        .exec();
                return candidate;
            } catch (DockerException taken) {
                if (attempt == ATTEMPTS
                        || !taken.getMessage().toLowerCase(Locale.ROOT).contains("overlap")) {
                    throw taken;
                }
            }
        }
    }

    private GenericContainer<?> startToxiproxy() {
        String image = System.getProperty("faultline.image.toxiproxy", "ghcr.io/shopify/toxiproxy:2.12.0");
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                .withLabels(labels())
                .withExposedPorts(API)
                .withCreateContainerCmdModifier(
                        command -> command.getHostConfig().withNetworkMode(network))
                .withCreateContainerCmdModifier(command -> command.withIpv4Address(toxiproxyAddress()))
                .waitingFor(Wait.forHttp("/version").forPort(API));
        container.start();
        return container;
    }

    String network() {
        return network;
    }

    /** Where nodes find Toxiproxy. Who is off the network would wait long for the answer to a name. */
    String toxiproxyAddress() {
        return prefix + TOXIPROXY;
    }

    /** Puts a container on the network, at the address of the node with this index. */
    void connect(String container, int index) {
        ContainerNetwork.Ipam address = new ContainerNetwork.Ipam().withIpv4Address(address(index));
        docker.connectToNetworkCmd()
                .withNetworkId(network)
                .withContainerId(container)
                .withContainerNetwork(new ContainerNetwork().withIpamConfig(address))
                .exec();
    }

    /** Takes a container off the network. */
    void disconnect(String container) {
        docker.disconnectFromNetworkCmd()
                .withNetworkId(network)
                .withContainerId(container)
                .exec();
    }

    /** The address of the node with this index, from 0. */
    String address(int index) {
        return prefix + (FIRST_NODE + index);
    }

    Map<String, String> labels() {
        return Map.of(LABEL, Jvm.ID);
    }

    ContainerToxiproxy toxiproxy() {
        return toxiproxy;
    }

    /** Ends Toxiproxy with all proxies, and removes the network, which nobody may use any more. */
    @Override
    public void close() {
        remove(docker, server.getContainerId());
        docker.removeNetworkCmd(network).exec();
    }

    private static void remove(DockerClient docker, String container) {
        docker.removeContainerCmd(container)
                .withForce(true)
                .withRemoveVolumes(true)
                .exec();
    }

    /** Removes whatever carries the label of a JVM. */
    static void clear(DockerClient docker, String id) {
        List<Container> containers = docker.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(LABEL, id))
                .exec();
        containers.forEach(container -> remove(docker, container.getId()));
        docker.listNetworksCmd().exec().stream()
                .filter(network -> id.equals(network.getLabels().get(LABEL)))
                .forEach(network -> docker.removeNetworkCmd(network.getId()).exec());
    }
}
