package dev.faultline.targets.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import dev.faultline.harness.fault.Machines;
import dev.faultline.harness.node.NodeId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Takes things away from containers.
 *
 * <p>Less memory than a container uses can be had in two ways. Under the second version of control groups, the kernel takes the limit
 * and ends the container for it. Under the first, it refuses the limit, and a container that asks for no more lives on. So the limit is
 * halved until it is refused or below what Docker allows, and then a second process in the container asks for more: the
 * kernel ends the larger of the two, which is the node, and the other one with it.
 */
final class ContainerMachines implements Machines {
    private static final long MEMORY = 256L << 20;
    private static final long LEAST_MEMORY = 6L << 20;
    private static final long NANO_CPUS = 1_000_000_000;
    private static final String ASK_FOR_MORE = "x=0123456789abcdef; while :; do x=$x$x; done";
    private static final int ATTEMPTS = 10;

    private final Place place;
    private final List<NodeId> nodes;
    private final Map<NodeId, String> containers;
    private final Map<NodeId, String> networks;
    private final DockerClient docker = Docker.client();
    private final Set<NodeId> limited = ConcurrentHashMap.newKeySet();

    /**
     * The machines of some nodes.
     *
     * @param containers what runs the nodes
     * @param networks what holds their addresses
     */
    ContainerMachines(Place place, List<NodeId> nodes, Map<NodeId, String> containers, Map<NodeId, String> networks) {
        this.place = place;
        this.nodes = nodes;
        this.containers = containers;
        this.networks = networks;
    }

    /** What a container has unless something is taken away from it. */
    static HostConfig size(HostConfig host) {
        return host.withMemory(MEMORY).withMemorySwap(MEMORY).withNanoCPUs(NANO_CPUS);
    }

    /** Gives back what was taken away, before a node boots. */
    void restore(NodeId node) {
        if (limited.remove(node)) {
            docker.updateContainerCmd(containers.get(node))
                    .withMemory(MEMORY)
                    .withMemorySwap(MEMORY)
                    .withNanoCPUs(NANO_CPUS)
                    .exec();
        }
    }

    @Override
    public void disconnect(NodeId node) {
        place.disconnect(networks.get(node));
    }

    @Override
    public void connect(NodeId node) {
        place.connect(networks.get(node), nodes.indexOf(node));
    }

    @Override
    public void limitCpu(NodeId node, double share) {
        limited.add(node);
        docker.updateContainerCmd(containers.get(node))
                .withNanoCPUs((long) (share * NANO_CPUS))
                .exec();
    }

    @Override
    public void freeCpu(NodeId node) {
        docker.updateContainerCmd(containers.get(node)).withNanoCPUs(NANO_CPUS).exec();
    }

    @Override
    public void limitMemory(NodeId node) {
        limited.add(node);
        String container = containers.get(node);
        long memory = MEMORY / 2;
        while (memory >= LEAST_MEMORY && takes(container, memory)) {
            memory /= 2;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            askForMore(container);
            if (ends(container)) {
                return;
            }
        }
        throw new IllegalStateException(
                "The kernel did not end " + node + " although there was no memory left for it."
                        + " The run is not the one that was planned, so it was stopped. Leave memory limits out on this machine.");
    }

    private boolean takes(String container, long memory) {
        try {
            docker.updateContainerCmd(container)
                    .withMemory(memory)
                    .withMemorySwap(memory)
                    .exec();
            return true;
        } catch (InternalServerErrorException refused) {
            return false;
        }
    }

    private void askForMore(String container) {
        try {
            String process = docker.execCreateCmd(container)
                    .withCmd("sh", "-c", ASK_FOR_MORE)
                    .exec()
                    .getId();
            docker.execStartCmd(process)
                    .withDetach(true)
                    .exec(new ResultCallback.Adapter<Frame>())
                    .awaitCompletion();
        } catch (ConflictException hasEnded) {
            // The limit was enough.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ends(String container) {
        try {
            docker.waitContainerCmd(container)
                    .exec(new WaitContainerResultCallback())
                    .awaitStatusCode(1, TimeUnit.SECONDS);
            return true;
        } catch (DockerClientException runs) {
            return false;
        }
    }
}
