package dev.faultline.targets.simulation;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Timeout;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.runtime.NodeRuntime.ScriptedRun;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Script;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A simulation that moves only as a script says. */
final class ScriptedSimulation implements Script {
    private static final long MOVE = 1_000;

    private final Simulation simulation;
    private final HoldingPostman held;
    private final Map<NodeId, ScriptedClient> clients = new LinkedHashMap<>();
    private int moves;

    ScriptedSimulation(Cluster cluster, List<Monitor> monitors, Trace trace) {
        this.simulation = new Simulation(cluster, 0, monitors, trace, HoldingPostman::new);
        this.held = (HoldingPostman) simulation.postman();
        held.repliesTo((client, message) -> clients.get(client).onReply(message));
    }

    ScriptedRun play(Consumer<Script> script) {
        simulation.nodes.forEach(SimulatedNode::boot);
        Optional<String> left = Optional.empty();
        try {
            script.accept(this);
        } catch (ScriptLeft reason) {
            left = Optional.of(reason.getMessage());
        } catch (InvariantBroken stop) {
            left = Optional.empty();
        }
        return new ScriptedRun(simulation.result(simulation.now()), moves, left);
    }

    @Override
    public Script invoke(String client, String node, String f, Object value) {
        return move(() -> client(client).invoke(node(node), f, value));
    }

    @Override
    public Script retry(String client, String node) {
        return move(() -> client(client).retry(node(node)));
    }

    @Override
    public Script deliver(Class<? extends Message> type, String from, String... to) {
        return each(to, receiver -> held.oldest(type, id(from), receiver, moves).deliver());
    }

    @Override
    public Script deliverNewest(Class<? extends Message> type, String from, String... to) {
        return each(to, receiver -> held.newest(type, id(from), receiver, moves).deliver());
    }

    @Override
    public Script deliverCopy(Class<? extends Message> type, String from, String... to) {
        return each(to, receiver -> held.copy(type, id(from), receiver, moves).deliver());
    }

    @Override
    public Script drop(Class<? extends Message> type, String from, String... to) {
        return each(to, receiver -> held.oldest(type, id(from), receiver, moves));
    }

    @Override
    public Script dropEverything() {
        return move(held::clear);
    }

    @Override
    public Script expire(String node, Timeout timeout) {
        return move(() -> {
            SimulatedNode its = node(node);
            if (!its.isUp() || !its.isSet(timeout)) {
                throw new ScriptLeft(moves, node + " has no timer " + timeout + " set");
            }
            its.expireNow(timeout);
        });
    }

    @Override
    public Script crash(String node) {
        return move(() -> {
            simulation.fault("crash", List.of(node));
            node(node).crash(0, 0);
        });
    }

    @Override
    public Script crashBeforeEffect(String node, int effect) {
        return move(() -> node(node).crash(effect, 0));
    }

    @Override
    public Script boot(String node) {
        return move(() -> {
            node(node).dieIfCondemned();
            node(node).boot();
            simulation.fault("restarted", List.of(node));
        });
    }

    @Override
    public Script restart(String node) {
        return crash(node).boot(node);
    }

    @Override
    public Script wait(Duration time) {
        return move(() -> simulation.advanceTo(simulation.now() + time.toNanos()));
    }

    @Override
    public Script run(Duration time) {
        return move(() -> {
            long end = simulation.now() + time.toNanos();
            held.letGo();
            while (!simulation.queue.isEmpty() && simulation.queue.nextTime() <= end) {
                simulation.step();
                stopIfBroken();
            }
            simulation.advanceTo(end);
            held.hold();
        });
    }

    private Script each(String[] receivers, Consumer<NodeId> action) {
        for (String receiver : receivers) {
            move(() -> action.accept(id(receiver)));
        }
        return this;
    }

    private Script move(Runnable action) {
        moves++;
        simulation.advanceTo(simulation.now() + MOVE);
        action.run();
        stopIfBroken();
        return this;
    }

    private void stopIfBroken() {
        if (simulation.isBroken()) {
            throw new InvariantBroken();
        }
    }

    private ScriptedClient client(String name) {
        return clients.computeIfAbsent(id(name), id -> new ScriptedClient(id, clients.size(), simulation));
    }

    private SimulatedNode node(String name) {
        return simulation.node(id(name));
    }

    private static NodeId id(String name) {
        return new NodeId(name);
    }

    /** The run has shown what it was made to show. */
    private static final class InvariantBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
