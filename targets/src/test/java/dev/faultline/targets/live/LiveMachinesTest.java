package dev.faultline.targets.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.fault.Machines;
import dev.faultline.harness.node.NodeId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveMachinesTest {
    private static final NodeId N1 = NodeId.node(1);
    private static final NodeId N2 = NodeId.node(2);

    private final List<String> done = new ArrayList<>();

    private final class Recorded implements Machines {
        @Override
        public void disconnect(NodeId node) {
            done.add("disconnect " + node);
        }

        @Override
        public void connect(NodeId node) {
            done.add("connect " + node);
        }

        @Override
        public void limitCpu(NodeId node, double share) {
            done.add("limit " + node);
        }

        @Override
        public void freeCpu(NodeId node) {
            done.add("free " + node);
        }

        @Override
        public void limitMemory(NodeId node) {
            done.add("starve " + node);
        }
    }

    private final LiveMachines machines = new LiveMachines(
            new Recorded(),
            (node, death) -> {
                done.add("declare dead " + node);
                death.run();
            },
            new Punctuality(new HandTurned(), List.of(), node -> {}));

    @Test
    void aNodeIsBackOnTheNetworkWhenEveryDisconnectIsUndone() {
        machines.disconnect(N1);
        machines.disconnect(N1);
        machines.disconnect(N2);
        machines.connect(N1);
        machines.connect(N2);
        machines.connect(N1);
        machines.disconnect(N1);
        assertThat(done).containsExactly("disconnect n1", "disconnect n2", "connect n2", "connect n1", "disconnect n1");
    }

    @Test
    void whoIsToRunOutOfMemoryIsDeclaredDeadFirst() {
        machines.limitMemory(N1);
        assertThat(done).containsExactly("declare dead n1", "starve n1");
    }
}
