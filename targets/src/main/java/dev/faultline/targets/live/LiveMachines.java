package dev.faultline.targets.live;

import dev.faultline.harness.fault.Machines;
import dev.faultline.harness.node.NodeId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The machines of a site, for the faults of a run: counts disconnects, and declares dead who is to run out of memory. */
final class LiveMachines implements Machines {
    private final Machines machines;
    private final BiConsumer<NodeId, Runnable> death;
    private final Punctuality punctuality;
    private final Map<NodeId, Integer> disconnects = new HashMap<>();

    /**
     * No node is disconnected or limited yet.
     *
     * @param death declares a node dead, if it is not yet, and then lets it die like this
     * @param punctuality is told who is held up
     */
    LiveMachines(Machines machines, BiConsumer<NodeId, Runnable> death, Punctuality punctuality) {
        this.machines = machines;
        this.death = death;
        this.punctuality = punctuality;
    }

    @Override
    public void disconnect(NodeId node) {
        if (disconnects.merge(node, 1, Integer::sum) == 1) {
            punctuality.hold(node);
            machines.disconnect(node);
        }
    }

    @Override
    public void connect(NodeId node) {
        if (disconnects.merge(node, -1, Integer::sum) == 0) {
            machines.connect(node);
            punctuality.release(node);
        }
    }

    @Override
    public void limitCpu(NodeId node, double share) {
        punctuality.hold(node);
        machines.limitCpu(node, share);
    }

    @Override
    public void freeCpu(NodeId node) {
        machines.freeCpu(node);
        punctuality.release(node);
    }

    @Override
    public void limitMemory(NodeId node) {
        death.accept(node, () -> machines.limitMemory(node));
    }
}
