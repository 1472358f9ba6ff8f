package dev.faultline.targets.containers;

import dev.faultline.targets.proxy.ProxyServer;
import eu.rekawek.toxiproxy.ToxiproxyClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.testcontainers.containers.GenericContainer;

/** The real Toxiproxy in a container. It is there for all runs of this JVM. */
final class ContainerToxiproxy implements ProxyServer {
    private final String host;
    private final int port;
    private final ToxiproxyClient client;

    ContainerToxiproxy(GenericContainer<?> container) {
        host = container.getHost();
        port = container.getFirstMappedPort();
        client = new ToxiproxyClient(host, port);
    }

    @Override
    public String describe() {
        try {
            return "container, toxiproxy " + client.version();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public ToxiproxyClient client() {
        return client;
    }

    @Override
    public String api() {
        return "http://" + host + ":" + port;
    }

    @Override
    public String bind() {
        return "0.0.0.0";
    }

    @Override
    public boolean isFrameAware() {
        return false;
    }

    @Override
    public void close() {}
}
