package dev.faultline.targets.foreign;

import dev.faultline.harness.node.NodeId;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Waits until a node listens on all of its ports. */
public final class ListeningPorts {
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final long LOOK_MILLIS = 10;
    private static final int CONNECT_MILLIS = 1_000;
    private static final int SILENCE_MILLIS = 50;
    private static final int LAST_LINES = 5;

    private final NodeId node;
    private final Map<String, InetSocketAddress> missing;
    private final Program program;

    /** What is known of the node's program. */
    public interface Program {
        /** Empty while it runs. */
        Optional<Integer> exitCode();

        /** A file with what it has said so far. */
        Path log();
    }

    /** The ports of a node, by name, on this host. */
    public ListeningPorts(NodeId node, String host, Map<String, Integer> ports, Program program) {
        this.node = node;
        this.program = program;
        this.missing = new LinkedHashMap<>();
        ports.forEach((name, number) -> missing.put(name, new InetSocketAddress(host, number)));
    }

    /**
     * Waits.
     *
     * @throws IOException when it ends before it listens, or does not listen within a minute, with its last words
     */
    public void await() throws IOException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!missing.isEmpty()) {
            Optional<Integer> code = program.exitCode();
            if (code.isPresent()) {
                throw new IOException(node + " ended with exit code " + code.get() + " before it listened" + unheard());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        node + " did not listen within " + PATIENCE_NANOS / 1_000_000_000 + " s" + unheard());
            }
            missing.values().removeIf(ListeningPorts::isListening);
            sleep();
        }
    }

    /** Docker listens itself for a container whose program does not, and hangs up at once. */
    private static boolean isListening(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            socket.setSoTimeout(SILENCE_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException waitsForMe) {
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private String unheard() throws IOException {
        Path log = program.log();
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        String last = String.join("\n  ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        return " on " + missing + ", so nobody can ask it for anything. Its output is in " + log
                + (last.isEmpty() ? ", and is empty." : ", and ends with:\n  " + last);
    }

    private static void sleep() throws IOException {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
