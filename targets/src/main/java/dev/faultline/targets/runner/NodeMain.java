package dev.faultline.targets.runner;

import dev.faultline.harness.wire.Envelope;
import dev.faultline.harness.wire.MalformedEnvelope;
import dev.faultline.harness.wire.WireFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import java.util.Map;

/**
 * Runs one node until it is killed or told to stop.
 *
 * <p>Its argument is a file with {@link Launch#bytes}; without one it gets ready and reads the file's name from the first line of its
 * standard input. It prints {@code ready PORT} when it listens, logs to standard error, and ends
 * when its standard input does, so that it does not outlive the harness; with {@code FAULTLINE_DETACHED} in the environment, as in a
 * container, it does not look at its input. Exit codes: 0 told to stop, 1 it cannot listen or store, 64 wrong usage, 70 a handler
 * threw, 130 the harness is gone, 137 dead by order.
 */
public final class NodeMain {
    static final int HANDLER_FAILED = 70;
    private static final int CANNOT_RUN = 1;
    private static final int USAGE = 64;
    private static final int ORPHANED = 130;

    private NodeMain() {}

    /** See the class. */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length > 1) {
            System.err.println("Usage: NodeMain [LAUNCH-FILE]");
            exit(USAGE);
        }
        Security.setProperty("networkaddress.cache.ttl", "0");
        Launch launch = launch(Path.of(arguments.length == 1 ? arguments[0] : assignment()));
        if (System.getenv("FAULTLINE_DETACHED") == null) {
            endWithInput();
        }
        try {
            start(launch).run();
        } catch (IOException cause) {
            System.err.println(launch.node() + " cannot run: " + cause.getMessage());
            exit(CANNOT_RUN);
        }
    }

    /** Waits, with most classes loaded, until it is told what to run. */
    private static String assignment() {
        warmUp(WireFormat.of(List.of(), ControlMessage.class));
        StringBuilder line = new StringBuilder();
        try {
            for (int c = System.in.read(); c != '\n'; c = System.in.read()) {
                if (c < 0) {
                    exit(ORPHANED);
                }
                line.append((char) c);
            }
        } catch (IOException broken) {
            exit(ORPHANED);
        }
        return line.toString();
    }

    private static Launch launch(Path file) {
        try {
            return Launch.parse(Files.readAllBytes(file));
        } catch (IOException | RuntimeException malformed) {
            System.err.println(file + " does not say what to run: " + malformed.getMessage());
            exit(USAGE);
            throw new IllegalStateException(malformed);
        }
    }

    /** Runs a node that does not wait until a harness looks at it. */
    static void runByItself(Launch launch) throws IOException, InterruptedException {
        RunningNode node = start(launch);
        node.startByItself();
        node.run();
    }

    private static RunningNode start(Launch launch) throws IOException {
        NodeLog log = new NodeLog(launch.node(), System.err);
        WireFormat wire = WireFormat.of(launch.roles(), ControlMessage.class);
        Network network = new Network(launch, wire, log);
        RunningNode node = new RunningNode(launch, wire, network, log, new Exit(network));
        network.start(node::arrived);
        warmUp(wire);
        System.out.println("ready " + network.port());
        log.info("ready", network.port());
        return node;
    }

    /** The first message takes long, because so many classes are loaded for it: this is it. */
    private static void warmUp(WireFormat wire) {
        var status = new ControlMessage.NodeStatus(false, 0, false, 0, Map.of(), Map.of());
        for (ControlMessage message : List.of(
                status,
                new ControlMessage.Die(0, 0.5),
                new ControlMessage.Watch(),
                new ControlMessage.Ping(),
                new ControlMessage.Pong())) {
            try {
                wire.parse(wire.line(new Envelope(ControlMessage.HARNESS, ControlMessage.HARNESS, message)));
            } catch (MalformedEnvelope impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static final class Exit implements RunningNode.Ending {
        private final Network network;

        Exit(Network network) {
            this.network = network;
        }

        @Override
        public void now(int exitCode) {
            try {
                network.drain();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            exit(exitCode);
        }

        @Override
        public void abruptly(int exitCode) {
            exit(exitCode);
        }
    }

    /** There is nothing to tidy up that the operating system does not. */
    private static void exit(int code) {
        Runtime.getRuntime().halt(code);
    }

    private static void endWithInput() {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // Nobody has anything to say here.
                        }
                    } catch (IOException broken) {
                        // Just as good as its end.
                    }
                    exit(ORPHANED);
                },
                "faultline-parent");
        thread.setDaemon(true);
        thread.start();
    }
}
