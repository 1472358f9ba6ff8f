package dev.faultline.targets.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Capability;
import dev.faultline.harness.fault.Faults;
import dev.faultline.targets.live.Notebook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationRuntimeTest {
    private static final Cluster NODES = Notebook.cluster(2);

    private final SimulationRuntime runtime = new SimulationRuntime();

    @ParameterizedTest
    @ValueSource(strings = {"delay", "loss", "duplication", "latency", "flapping", "restart", "pause", "skew", "disk"})
    void canDoWhatDoesNotNeedConnectionsOrMachines(String fault) {
        assertThat(runtime.capabilities(NODES)).containsAll(Faults.named(fault).requires());
    }

    @ParameterizedTest
    @CsvSource({
        "BANDWIDTH, bandwidth limits, a simulated network does not have",
        "CONNECTION_RESET, connection resets, a simulated network does not have",
        "SLOW_CLOSE, slow closes, a simulated network does not have",
        "HALF_OPEN, half-open connections, a simulated network does not have",
        "NETWORK_DISCONNECT, network disconnects, only containers have",
        "CPU_LIMIT, CPU limits, only containers have",
        "MEMORY_LIMIT, memory limits, only containers have"
    })
    void saysWhyItCannotDoTheRest(Capability capability, String needed, String why) {
        assertThat(runtime.capabilities(NODES)).doesNotContain(capability);
        assertThat(capability.describe()).isEqualTo(needed);
        assertThat(runtime.lacks(NODES, capability)).isEqualTo(why);
    }
}
