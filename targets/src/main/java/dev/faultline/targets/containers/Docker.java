package dev.faultline.targets.containers;

import com.github.dockerjava.api.DockerClient;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** The Docker engine of this machine, as Testcontainers finds it. */
final class Docker {
    private Docker() {}

    static DockerClient client() {
        return DockerClientFactory.instance().client();
    }

    /** Why there is none and what to do about it; empty when there is one. */
    static Optional<String> unavailable() {
        return DockerClientFactory.instance().isDockerAvailable()
                ? Optional.empty()
                : Optional.of(
                        "The runtime 'containers' needs Docker, and no Docker engine answers here, so nothing was run."
                                + " Install Docker and start it, or use the runtime 'processes', which needs nothing installed.");
    }
}
