package dev.faultline.targets.foreign;

import dev.faultline.harness.cluster.Clients;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.cluster.Role;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A system whose programs know nothing of the kit. Immutable: every method answers another description.
 *
 * <pre>{@code
 * Cluster cluster = ForeignSystem.listening("client", 7000)
 *         .andListening("replication", 7001)
 *         .command(place -> List.of("my-server",
 *                 "--client-port", "" + place.port("client"),
 *                 "--peer", place.address(NodeId.node(2), "replication")))
 *         .client(MyClient::new)
 *         .cluster(3);
 * }</pre>
 *
 * With {@link #command} it runs in the runtimes {@code processes} and {@code processes-toxiproxy}, with {@link #image} in
 * {@code containers}, with both in all of them. What can happen to it are {@link
 * dev.faultline.harness.fault.Faults#partitions partitions}, {@link dev.faultline.harness.fault.Faults#oneWayPartitions one-way
 * partitions}, {@link dev.faultline.harness.fault.Faults#delay delay}, {@link dev.faultline.harness.fault.Faults#restarts kills
 * and restarts} and {@link dev.faultline.harness.fault.Faults#pauses pauses}.
 */
public final class ForeignSystem {
    private static final String ROLE = "node";

    private final ForeignProgram program;

    private ForeignSystem(ForeignProgram program) {
        this.program = program;
    }

    /**
     * A system whose nodes listen on this port for clients.
     *
     * @param number the port's number in a container; a process is told a free one
     */
    public static ForeignSystem listening(String clientPort, int number) {
        return new ForeignSystem(ForeignProgram.EMPTY).andListening(clientPort, number);
    }

    /** Another port on which every node listens, such as for its peers. */
    public ForeignSystem andListening(String name, int number) {
        Map<String, Integer> ports = new LinkedHashMap<>(program.ports());
        ports.put(name, number);
        return new ForeignSystem(program.withPorts(ports));
    }

    /** How a node starts as a process. */
    public ForeignSystem command(StartCommand command) {
        return new ForeignSystem(program.withCommand(command));
    }

    /**
     * How a node starts as a container.
     *
     * @param image its name; it has to be on this machine or in a registry that is reachable
     * @param arguments what follows the image's entry point; empty for what the image says itself
     */
    public ForeignSystem image(String image, StartCommand arguments) {
        return new ForeignSystem(program.withImage(image, arguments));
    }

    /** The environment variables of a node, in a process or a container. */
    public ForeignSystem environment(StartEnvironment environment) {
        return new ForeignSystem(program.withEnvironment(environment));
    }

    /** How the system is asked. */
    public ForeignSystem client(Connector connector) {
        return new ForeignSystem(program.withConnector(connector));
    }

    /**
     * So many nodes of it, with clients that {@linkplain Clients#failingOver fail over}.
     *
     * @throws IllegalArgumentException when it has no client, or neither a command nor an image
     */
    public Cluster cluster(int nodes) {
        program.check();
        return Cluster.of(Role.role(ROLE, nodes, program))
                .requests(Operation::of)
                .clients(Clients.failingOver(ROLE));
    }
}
