package dev.faultline.targets.proxy;

import eu.rekawek.toxiproxy.ToxiproxyClient;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;

/** The real Toxiproxy, as a program on this machine. */
public final class ToxiproxyProgram implements ProxyServer {
    private static final String HOST = InetAddress.getLoopbackAddress().getHostAddress();
    private static final long START_NANOS = 10_000_000_000L;
    private static final long POLL_MILLIS = 20;

    private final Process process;
    private final int port;
    private final ToxiproxyClient client;
    private final String version;

    private ToxiproxyProgram(Process process, int port) throws IOException {
        this.process = process;
        this.port = port;
        this.client = new ToxiproxyClient(HOST, port);
        this.version = awaitVersion();
    }

    /** The program that {@code faultline.toxiproxy} names, or else {@code toxiproxy-server} on the PATH. */
    public static Optional<Path> find() {
        String configured = System.getProperty("faultline.toxiproxy");
        if (configured != null) {
            return Optional.of(Path.of(configured)).filter(Files::isExecutable);
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "toxiproxy-server"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it on a free port of the loopback address.
     *
     * @param started hears its process id at once
     * @throws IOException when it does not answer
     */
    public static ToxiproxyProgram start(Path program, LongConsumer started) throws IOException {
        int port = freePort();
        Process process = new ProcessBuilder(program.toString(), "-host", HOST, "-port", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD)
                .start();
        started.accept(process.pid());
        try {
            return new ToxiproxyProgram(process, port);
        } catch (IOException | RuntimeException failed) {
            process.destroyForcibly();
            throw failed;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String awaitVersion() throws IOException {
        long deadline = System.nanoTime() + START_NANOS;
        while (true) {
            try {
                return client.version();
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("Toxiproxy does not answer on port " + port + ".", notYet);
                }
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", interrupted);
            }
        }
    }

    @Override
    public String describe() {
        return "toxiproxy-server " + version;
    }

    @Override
    public ToxiproxyClient client() {
        return client;
    }

    @Override
    public String api() {
        return "http://" + HOST + ":" + port;
    }

    @Override
    public String bind() {
        return HOST;
    }

    @Override
    public boolean isFrameAware() {
        return false;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
