package dev.faultline.targets.proxy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The two servers that have to behave the same. */
final class Servers {
    private Servers() {}

    /** The real Toxiproxy; the test is skipped where there is none. */
    static ProxyServer real() throws IOException {
        Optional<Path> program = ToxiproxyProgram.find();
        assumeTrue(program.isPresent(), "needs toxiproxy-server on the PATH, or named by faultline.toxiproxy");
        return ToxiproxyProgram.start(program.get(), pid -> {});
    }
}
