package dev.faultline.targets.runner;

import dev.faultline.harness.cluster.Role;
import dev.faultline.harness.node.NodeId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code node}: one node of a cluster that no harness looks after. */
@Command(
        name = "node",
        mixinStandardHelpOptions = true,
        description = {
            "Runs one node of a cluster, without a harness, until it is interrupted or killed.",
            "Peers and clients talk to it over TCP: an envelope, {\"src\":…,\"dest\":…,\"body\":{\"type\":…}}, on each line."
        })
final class NodeCommand implements Callable<Integer> {
    private static final int LARGEST_PORT = 65_535;

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "CLASS",
            description =
                    "A node class with a constructor that takes nothing, or a class with a static method cluster(int).")
    private String type;

    @Option(
            names = "--node",
            required = true,
            paramLabel = "ID",
            description = "Which node to run: n1 is the first of --addresses, and so on.")
    private String id;

    @Option(
            names = "--addresses",
            required = true,
            split = ",",
            paramLabel = "HOST:PORT",
            description = "Where each node of the cluster listens, in order.")
    private List<String> addresses;

    @Option(
            names = "--storage",
            paramLabel = "DIR",
            description = "What survives a crash; a node that finds it goes on from there. Left out: faultline-ID.")
    private Path storage;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "For the node's random choices. Left out: another at every start.")
    private Long seed;

    @Override
    public Integer call() throws InterruptedException {
        Launch launch = launch();
        try {
            NodeMain.runByItself(launch);
        } catch (IOException cause) {
            throw mistake(id + " cannot run at " + addresses.get(index()) + " with its storage in " + launch.storage()
                    + ": " + cause.getMessage()
                    + ". Nothing was started. Free the port and the directory, or choose others.");
        }
        return 0;
    }

    private Launch launch() {
        int own = index();
        List<Role> roles = roles();
        String[] address = addresses.get(own).split(":", -1);
        Map<NodeId, String> peers = new LinkedHashMap<>();
        for (int i = 0; i < addresses.size(); i++) {
            port(addresses.get(i));
            if (i != own) {
                peers.put(NodeId.node(i + 1), addresses.get(i));
            }
        }
        long dice = seed == null ? System.nanoTime() : seed;
        Path directory = storage == null ? Path.of("faultline-" + id) : storage;
        return new Launch(
                roles,
                NodeId.node(own + 1),
                address[0],
                port(addresses.get(own)),
                peers,
                directory.toString(),
                dice,
                1);
    }

    private int index() {
        for (int i = 0; i < addresses.size(); i++) {
            if (NodeId.node(i + 1).name().equals(id)) {
                return i;
            }
        }
        throw mistake("--node is " + id + ", and --addresses has " + addresses.size()
                + ", so there is no such node. Name one of n1 to n" + addresses.size() + ".");
    }

    private int port(String address) {
        String[] parts = address.split(":", -1);
        try {
            int port = Integer.parseInt(parts[1]);
            if (parts.length == 2 && !parts[0].isEmpty() && port > 0 && port <= LARGEST_PORT) {
                return port;
            }
        } catch (ArrayIndexOutOfBoundsException | NumberFormatException noPort) {
            // Said below.
        }
        throw mistake("--addresses has '" + address
                + "', which is not HOST:PORT, so no node can be reached there. Write it like 127.0.0.1:7001.");
    }

    private List<Role> roles() {
        try {
            return NodeClass.named(type, NodeCommand.class.getClassLoader()).roles(addresses.size());
        } catch (IllegalArgumentException cause) {
            throw mistake(cause.getMessage());
        }
    }

    private ParameterException mistake(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
