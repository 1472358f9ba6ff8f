package dev.faultline.targets.processes;

import dev.faultline.targets.proxy.EmbeddedToxiproxy;
import dev.faultline.targets.proxy.ProxyServer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** {@code processes}: processes whose links lead through a Toxiproxy in this JVM, which knows messages. Needs nothing installed. */
public final class EmbeddedProcesses extends ProcessesRuntime {
    private static final class Shared {
        private static final ProxyServer SERVER = start();

        private static ProxyServer start() {
            try {
                return EmbeddedToxiproxy.start();
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
    }

    public EmbeddedProcesses() {
        super("processes");
    }

    @Override
    ProxyServer server() {
        return Shared.SERVER;
    }
}
