package dev.faultline.targets.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * What all runs of this JVM share: a Docker network with the real Toxiproxy on it. Everything carries a label, by which a reaper
 * removes it when this JVM ends, in whatever way.
 */
final class Place {
    static final String LABEL = "dev.faultline.harness";
    static final String TOXIPROXY_HOST = "toxiproxy";
    private static final int API = 8474;

    private final String id = ProcessHandle.current().pid() + "-" + System.currentTimeMillis();
    private final String network = "faultline-" + id;
    private final ContainerToxiproxy toxiproxy;

    private static final class Shared {
        private static final Place PLACE = new Place();
    }

    private Place() {
        Reaper.watch(id);
        DockerClient docker = Docker.client();
        docker.createNetworkCmd().withName(network).withLabels(labels()).exec();
        toxiproxy = new ContainerToxiproxy(startToxiproxy());
    }

    @SuppressWarnings("resource") // the reaper removes it
    private GenericContainer<?> startToxiproxy() {
        String image = System.getProperty("faultline.image.toxiproxy", "ghcr.io/shopify/toxiproxy:2.12.0");
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(image))
                .withLabels(labels())
                .withExposedPorts(API)
                .withCreateContainerCmdModifier(
                        command -> command.getHostConfig().withNetworkMode(network))
                .withCreateContainerCmdModifier(command -> command.withAliases(TOXIPROXY_HOST))
                .waitingFor(Wait.forHttp("/version").forPort(API));
        container.start();
        return container;
    }

    static Place shared() {
        return Shared.PLACE;
    }

    String network() {
        return network;
    }

    Map<String, String> labels() {
        return Map.of(LABEL, id);
    }

    ContainerToxiproxy toxiproxy() {
        return toxiproxy;
    }

    /** Removes whatever carries the label of a JVM. */
    static void clear(DockerClient docker, String id) {
        Map<String, String> label = Map.of(LABEL, id);
        List<Container> containers = docker.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(label)
                .exec();
        for (Container container : containers) {
            docker.removeContainerCmd(container.getId())
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        }
        docker.listNetworksCmd().exec().stream()
                .filter(network -> id.equals(network.getLabels().get(LABEL)))
                .forEach(network -> docker.removeNetworkCmd(network.getId()).exec());
    }
}
