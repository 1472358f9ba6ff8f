package dev.faultline.targets.processes;

import dev.faultline.targets.live.Watchdog;
import dev.faultline.targets.proxy.ProxyServer;
import dev.faultline.targets.proxy.ToxiproxyProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** {@code processes-toxiproxy}: processes whose links lead through the real Toxiproxy, which treats messages as bytes. */
public final class ToxiproxyProcesses extends ProcessesRuntime {
    private static final class Shared {
        private static final ProxyServer SERVER = start();

        private static ProxyServer start() {
            Path program = ToxiproxyProgram.find().orElseThrow();
            try {
                ProxyServer server = ToxiproxyProgram.start(program, Watchdog.shared()::register);
                Runtime.getRuntime().addShutdownHook(new Thread(server::close, "faultline-toxiproxy-end"));
                return server;
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
    }

    public ToxiproxyProcesses() {
        super("processes-toxiproxy");
    }

    @Override
    ProxyServer server() {
        return Shared.SERVER;
    }

    @Override
    public Optional<String> unavailable() {
        return ToxiproxyProgram.find().isPresent()
                ? Optional.empty()
                : Optional.of(
                        "The runtime 'processes-toxiproxy' needs the program toxiproxy-server, which is neither on the"
                                + " PATH nor where the system property faultline.toxiproxy says, so nothing was run. Install it,"
                                + " or use the runtime 'processes', which needs nothing installed.");
    }
}
