package dev.faultline.targets.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import dev.faultline.targets.foreign.AssignedPlace;
import dev.faultline.targets.foreign.ForeignProgram;
import dev.faultline.targets.foreign.ListeningPorts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;

/** The container of one node of a foreign system. Its {@code output} is a file of this machine, written when it
 * has ended. */
record ForeignContainer(DockerClient docker, String id, Map<String, Integer> inside, Path output)
        implements ListeningPorts.Program {
    /** What survives in any case, whatever the image says. */
    static final String DIRECTORY = "/faultline/data";

    private static final String HOST = DockerClientFactory.instance().dockerHostIpAddress();

    /**
     * Creates it and starts nothing yet.
     *
     * @param address its fixed one on the network
     */
    static ForeignContainer create(
            DockerClient docker,
            Place place,
            String name,
            String address,
            ForeignProgram program,
            AssignedPlace assigned,
            Path log) {
        List<ExposedPort> exposed =
                program.ports().values().stream().map(ExposedPort::tcp).toList();
        HostConfig host = HostConfig.newHostConfig()
                .withPortBindings(exposed.stream()
                        .map(port -> new PortBinding(Ports.Binding.empty(), port))
                        .toList())
                .withNetworkMode(place.network());
        CreateContainerCmd command = docker.createContainerCmd(program.image())
                .withName(name)
                .withLabels(place.labels())
                .withExposedPorts(exposed)
                .withIpv4Address(address)
                .withHostConfig(host)
                .withVolumes(new Volume(DIRECTORY))
                .withEnv(environment(program, assigned));
        List<String> arguments = program.arguments().in(assigned);
        if (!arguments.isEmpty()) {
            command.withCmd(arguments);
        }
        return new ForeignContainer(docker, id(command, program), program.ports(), log);
    }

    private static List<String> environment(ForeignProgram program, AssignedPlace assigned) {
        List<String> variables = new ArrayList<>();
        program.environment().in(assigned).forEach((variable, value) -> variables.add(variable + "=" + value));
        return variables;
    }

    private static String id(CreateContainerCmd command, ForeignProgram program) {
        try {
            return command.exec().getId();
        } catch (NotFoundException missing) {
            throw new IllegalArgumentException(
                    "There is no image '" + program.image() + "' on this machine, so no node could be started. Build or"
                            + " pull it before.",
                    missing);
        }
    }

    void start() {
        docker.startContainerCmd(id).exec();
    }

    String host() {
        return HOST;
    }

    /** The ports of this machine that lead to it since it was started, by name. */
    Map<String, Integer> ports() {
        Map<ExposedPort, Ports.Binding[]> bindings = docker.inspectContainerCmd(id)
                .exec()
                .getNetworkSettings()
                .getPorts()
                .getBindings();
        Map<String, Integer> mapped = new LinkedHashMap<>();
        inside.forEach((name, port) -> {
            Ports.Binding[] bound = bindings.get(ExposedPort.tcp(port));
            mapped.put(name, bound == null ? 0 : Integer.parseInt(bound[0].getHostPortSpec()));
        });
        return mapped;
    }

    @Override
    public Optional<Integer> exitCode() {
        ContainerState state = docker.inspectContainerCmd(id).exec().getState();
        return Boolean.TRUE.equals(state.getRunning())
                ? Optional.empty()
                : Optional.of(state.getExitCodeLong().intValue());
    }

    void kill() {
        try {
            docker.killContainerCmd(id).withSignal("KILL").exec();
            docker.waitContainerCmd(id).exec(new WaitContainerResultCallback()).awaitStatusCode();
        } catch (ConflictException | NotModifiedException dead) {
            // As it should be.
        }
        log();
    }

    /** Everything that it has said in all its boots. */
    @Override
    public Path log() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            docker.logContainerCmd(id)
                    .withStdOut(true)
                    .withStdErr(true)
                    .exec(new ResultCallback.Adapter<Frame>() {
                        @Override
                        public void onNext(Frame frame) {
                            said.writeBytes(frame.getPayload());
                        }
                    })
                    .awaitCompletion();
            Files.write(output, said.toByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return output;
    }

    void remove() {
        kill();
        docker.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    }
}
