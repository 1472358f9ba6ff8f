package dev.faultline.targets.simulation;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.FaultInjector;
import dev.faultline.harness.node.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Injects faults into a simulation. */
final class Injector implements FaultInjector {
    private static final long LATEST_CRASH = 20_000_000;

    private final Simulation simulation;

    Injector(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public List<NodeId> nodes() {
        return new ArrayList<>(simulation.members);
    }

    @Override
    public Set<NodeId> nodes(String role) {
        return simulation.members(role);
    }

    @Override
    public boolean isUp(NodeId node) {
        return simulation.node(node).isUp();
    }

    @Override
    public Optional<Record> state(NodeId node) {
        return isUp(node) ? Optional.of(simulation.node(node).state()) : Optional.empty();
    }

    @Override
    public void crash(NodeId node, int afterEffects, double keptUnsynced) {
        SimulatedNode victim = simulation.node(node);
        victim.crash(afterEffects, keptUnsynced);
        if (victim.isUp()) {
            simulation.at(simulation.now() + LATEST_CRASH, victim::dieIfCondemned);
        }
    }

    @Override
    public void start(NodeId node) {
        SimulatedNode victim = simulation.node(node);
        victim.dieIfCondemned();
        victim.boot();
    }

    @Override
    public void pause(NodeId node) {
        simulation.node(node).pause();
    }

    @Override
    public void resume(NodeId node) {
        simulation.node(node).resume();
    }

    @Override
    public void cut(NodeId from, NodeId to) {
        simulation.network.cut(simulation.node(from).index, simulation.node(to).index);
    }

    @Override
    public void mend(NodeId from, NodeId to) {
        simulation.network.mend(simulation.node(from).index, simulation.node(to).index);
    }

    @Override
    public void disturb(Disturbance disturbance) {
        simulation.network.disturb(disturbance);
    }

    @Override
    public void calm(Disturbance disturbance) {
        simulation.network.calm(disturbance);
    }

    @Override
    public void skew(NodeId node, Duration offset, double rate) {
        simulation.node(node).clock.skew(offset, rate);
    }
}
