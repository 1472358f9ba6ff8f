package dev.faultline.targets.containers;

import com.github.dockerjava.api.DockerClient;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/** The Docker engine of this machine, as Testcontainers finds it. */
final class Docker {
    private static final long PATIENCE_SECONDS = 15;
    private static final String WAITING =
            "Testcontainers still looks for Docker or for images of its own. Where no registry"
                    + " is reachable, set TESTCONTAINERS_RYUK_DISABLED=true and TESTCONTAINERS_HOST_OVERRIDE=localhost.";

    private static final class Shared {
        private static final Optional<DockerClient> CLIENT = find();

        /** Says what to do when it takes long, for Testcontainers waits minutes for a registry without a word. */
        private static Optional<DockerClient> find() {
            CompletableFuture<Void> found = new CompletableFuture<>();
            var unused = found.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).exceptionally(late -> {
                System.err.println(WAITING);
                return null;
            });
            DockerClientFactory factory = DockerClientFactory.instance();
            Optional<DockerClient> client =
                    factory.isDockerAvailable() ? Optional.of(factory.client()) : Optional.empty();
            client.ifPresent(there -> factory.dockerHostIpAddress());
            found.complete(null);
            return client;
        }
    }

    private Docker() {}

    static DockerClient client() {
        return Shared.CLIENT.orElseThrow();
    }

    /** Why there is none and what to do about it; empty when there is one. */
    static Optional<String> unavailable() {
        return Shared.CLIENT.isPresent()
                ? Optional.empty()
                : Optional.of(
                        "The runtime 'containers' needs Docker, and no Docker engine answers here, so nothing was run."
                                + " Install Docker and start it, or use the runtime 'processes', which needs nothing installed.");
    }
}
