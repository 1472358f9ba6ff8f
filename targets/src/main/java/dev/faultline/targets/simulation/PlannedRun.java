package dev.faultline.targets.simulation;

import dev.faultline.harness.fault.PlannedFault;
import dev.faultline.harness.fault.Strike;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Seeds;
import dev.faultline.targets.client.PlannedClient;
import java.util.ArrayList;
import java.util.List;

/** A run by plan: boots the nodes, lets clients and faults loose, and stops when the clients are done. */
final class PlannedRun {
    private final RunPlan plan;
    private final Simulation simulation;
    private final Injector injector;
    private final List<PlannedClient> clients = new ArrayList<>();
    private int openFaults;
    private long faultsOver;

    PlannedRun(RunPlan plan, List<Monitor> monitors, Trace trace) {
        this.plan = plan;
        this.simulation = new Simulation(plan.cluster(), plan.seed(), monitors, trace, RandomPostman::new);
        this.injector = new Injector(simulation);
    }

    /** A run that the clients do not finish ends with an event of its own, so that its history shows how long they waited. */
    Run run() {
        addClients();
        plan.faults().forEach(fault -> simulation.at(fault.at().toNanos(), () -> strike(fault)));
        simulation.nodes.forEach(SimulatedNode::boot);
        clients.forEach(PlannedClient::next);
        long end = plan.horizon().plus(plan.quiet()).toNanos();
        while (!simulation.isBroken()
                && !simulation.isOver()
                && !simulation.queue.isEmpty()
                && simulation.queue.nextTime() <= end) {
            simulation.step();
        }
        if (!simulation.isBroken() && !simulation.isOver()) {
            simulation.advanceTo(end);
            simulation.fault("end", List.of());
        }
        return simulation.result(faultsOver);
    }

    private void addClients() {
        for (int number = 1; number <= plan.clients(); number++) {
            PlannedClient client = new PlannedClient(number, plan.clients(), plan.cluster(), simulation);
            clients.add(client);
            simulation.add(client);
        }
        plan.sessions().forEach(session -> clients.get(session.client() - 1).add(session));
    }

    private void strike(PlannedFault fault) {
        Strike strike = fault.action().strike(injector, Seeds.random(plan.seed(), "strike " + fault.index()));
        if (strike.isVoid()) {
            return;
        }
        simulation.fault(strike.f(), strike.value());
        if (strike.endF() != null) {
            openFaults++;
            simulation.at(fault.until().toNanos(), () -> end(strike));
        }
    }

    private void end(Strike strike) {
        strike.end().run();
        simulation.fault(strike.endF(), strike.value());
        if (--openFaults == 0) {
            faultsOver = simulation.now();
        }
    }
}
