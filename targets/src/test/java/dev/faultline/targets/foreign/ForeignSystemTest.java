package dev.faultline.targets.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Capability;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.processes.EmbeddedProcesses;
import dev.faultline.targets.simulation.SimulationRuntime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForeignSystemTest {
    private static final Cluster COMMAND = Parrots.processes();
    private static final Cluster IMAGE =
            Parrots.system().image("parrot", Parrots::arguments).cluster(2);
    private static final Place PLACE = new AssignedPlace(
            NodeId.node(1),
            List.of(NodeId.node(1), NodeId.node(2)),
            "127.0.0.1",
            Map.of("talk", 15_000),
            Map.of(NodeId.node(2), Map.of("talk", "127.0.0.1:15001")),
            "/data");

    @Test
    void runsAsAProcessOnlyWithACommand() {
        EmbeddedProcesses processes = new EmbeddedProcesses();
        assertThat(processes.capabilities(COMMAND)).contains(Capability.FOREIGN_PROGRAM);
        assertThat(processes.capabilities(IMAGE)).doesNotContain(Capability.FOREIGN_PROGRAM);
    }

    @Test
    void doesNotRunInASimulation() {
        assertThat(new SimulationRuntime().capabilities(COMMAND)).doesNotContain(Capability.FOREIGN_PROGRAM);
    }

    @Test
    void itsMessagesAndClocksAreOutOfReach() {
        assertThat(new EmbeddedProcesses().capabilities(COMMAND))
                .doesNotContain(Capability.LOSS, Capability.DUPLICATION, Capability.CLOCK_SKEW, Capability.TORN_WRITES);
    }

    @Test
    void refusesToBeAskedByNobody() {
        assertThatThrownBy(() -> ForeignSystem.listening("talk", 1)
                        .command(place -> List.of("parrot"))
                        .cluster(2))
                .hasMessageContaining("has no client");
    }

    @Test
    void refusesToStartFromNothing() {
        assertThatThrownBy(() -> Parrots.system().cluster(2)).hasMessageContaining("neither a command nor an image");
    }

    @Test
    void tellsAPlacesPortsAndPeers() {
        assertThat(Parrots.arguments(PLACE)).containsExactly("n1", "127.0.0.1", "15000", "/data", "127.0.0.1:15001");
    }

    @Test
    void namesThePortsThatThereAre() {
        assertThatThrownBy(() -> PLACE.port("walk"))
                .hasMessageContaining("no port 'walk'")
                .hasMessageContaining("[talk]");
        assertThatThrownBy(() -> PLACE.address(NodeId.node(2), "walk")).hasMessageContaining("no port 'walk'");
    }

    @Test
    void hasNoWayFromANodeToItself() {
        assertThatThrownBy(() -> PLACE.address(NodeId.node(1), "talk")).hasMessageContaining("no other node 'n1'");
    }
}
