package dev.faultline.harness.claim;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.scenario.Expectation;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import java.util.List;
import java.util.Optional;

/**
 * The run beside a violating one that has to be fine, or the violation proves nothing: the correct program for a seeded bug, no
 * faults for a weakness under faults. Without it, a schedule could shrink to one that anything fails.
 */
interface Control {

    /** The plan of the control; empty where a violation needs none. */
    Optional<RunPlan> of(RunPlan plan);

    /** The control of a claim. */
    static Control of(Scenario scenario) {
        boolean blamesFaults = scenario.expectation() == Expectation.BREAKS
                && !scenario.faults().isEmpty();
        return plan -> blamesFaults ? Optional.of(plan.withFaults(List.of())) : Optional.empty();
    }

    /** The control of a seeded bug in this cluster. */
    static Control of(SeededBug bug, Cluster correct) {
        return plan -> Optional.of(plan.on(
                plan.cluster().running(bug.role(), correct.role(bug.role()).program())));
    }

    /** Whether the control of a violating plan is fine. */
    default boolean clears(RunPlan plan, NodeRuntime runtime, List<Property> properties) {
        return of(plan).flatMap(control -> Trial.violated(runtime, control, properties))
                .isEmpty();
    }
}
