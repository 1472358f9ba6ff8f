package dev.faultline.targets.foreign;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Program;
import dev.faultline.harness.fault.Capability;
import dev.faultline.harness.node.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a runtime needs to know to run a node of a foreign system.
 *
 * @param ports the numbers that ports have in a container, by their names; the first one is for clients
 * @param command {@code null} when it cannot run as a process
 * @param image {@code null} when it cannot run as a container, and so are its {@code arguments}
 * @param connector {@code null} until the description is complete
 */
public record ForeignProgram(
        LinkedHashMap<String, Integer> ports,
        StartCommand command,
        String image,
        StartCommand arguments,
        StartEnvironment environment,
        Connector connector)
        implements Program {

    static final ForeignProgram EMPTY =
            new ForeignProgram(new LinkedHashMap<>(), null, null, null, place -> Map.of(), null);

    /** The program of a cluster's nodes, if it is a foreign one. */
    public static Optional<ForeignProgram> of(Cluster cluster) {
        return cluster.roles().get(0).program() instanceof ForeignProgram program
                ? Optional.of(program)
                : Optional.empty();
    }

    /** The name of the port for clients. */
    public String clientPort() {
        return ports.keySet().iterator().next();
    }

    @Override
    public Set<Capability> requires() {
        return Set.of(Capability.FOREIGN_PROGRAM);
    }

    /** Never called, because no runtime that boots nodes has the capability that it requires. */
    @Override
    public Node<?> boot() {
        throw new IllegalStateException("A foreign program is no node that could be booted here.");
    }

    void check() {
        if (connector == null) {
            throw new IllegalArgumentException("The foreign system has no client, so nobody could ask it for anything."
                    + " Give ForeignSystem.client(…) something that connects to a node.");
        }
        if (command == null && image == null) {
            throw new IllegalArgumentException("The foreign system has neither a command nor an image, so no runtime"
                    + " could start it. Call ForeignSystem.command(…) or image(…).");
        }
    }

    ForeignProgram withPorts(Map<String, Integer> others) {
        return new ForeignProgram(new LinkedHashMap<>(others), command, image, arguments, environment, connector);
    }

    ForeignProgram withCommand(StartCommand other) {
        return new ForeignProgram(ports, other, image, arguments, environment, connector);
    }

    ForeignProgram withImage(String other, StartCommand its) {
        return new ForeignProgram(ports, command, other, its, environment, connector);
    }

    ForeignProgram withEnvironment(StartEnvironment other) {
        return new ForeignProgram(ports, command, image, arguments, other, connector);
    }

    ForeignProgram withConnector(Connector other) {
        return new ForeignProgram(ports, command, image, arguments, environment, other);
    }
}
