package dev.faultline.harness.claim;

import dev.faultline.checkers.Verdict;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.Run.BrokenInvariant;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One run and what it said about the properties.
 *
 * @param run the run
 * @param findings one per property; only the broken one when an invariant stopped the run
 */
public record Trial(Run run, List<Finding> findings) {
    /** The property of every program that its handlers do not throw. */
    private static final String NO_FAILURE = "no-exception";

    static Trial of(NodeRuntime runtime, RunPlan plan, List<Property> properties, Trace trace) {
        return judged(
                properties, monitorsOf(runtime, plan, properties), monitors -> runtime.run(plan, monitors, trace));
    }

    private static List<Monitor> monitorsOf(NodeRuntime runtime, RunPlan plan, List<Property> properties) {
        return properties.stream()
                .map(property -> property.allowing(runtime.slack()).monitor(plan.cluster()))
                .toList();
    }

    /** Judges the run that {@code running} makes under these monitors. */
    static Trial judged(List<Property> properties, List<Monitor> monitors, Function<List<Monitor>, Run> running) {
        Run run = running.apply(monitors);
        if (run.broken().isPresent()) {
            BrokenInvariant broken = run.broken().get();
            return new Trial(run, List.of(Finding.of(name(broken, properties), broken)));
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < properties.size(); i++) {
            findings.add(Finding.of(properties.get(i).name(), monitors.get(i).conclude(run), run));
        }
        return new Trial(run, findings);
    }

    private static String name(BrokenInvariant broken, List<Property> properties) {
        return broken.monitor() == BrokenInvariant.NODE_FAILURE
                ? NO_FAILURE
                : properties.get(broken.monitor()).name();
    }

    /** The property that a run violates first, if it violates any, without the reasons. */
    static Optional<String> violated(NodeRuntime runtime, RunPlan plan, List<Property> properties) {
        List<Monitor> monitors = monitorsOf(runtime, plan, properties);
        Run run = runtime.run(plan, monitors, Trace.NONE);
        if (run.broken().isPresent()) {
            return Optional.of(name(run.broken().get(), properties));
        }
        for (int i = 0; i < properties.size(); i++) {
            if (monitors.get(i).decide(run) == Verdict.INVALID) {
                return Optional.of(properties.get(i).name());
            }
        }
        return Optional.empty();
    }

    /** The first violation, if there is one. */
    public Optional<Finding> violation() {
        return findings.stream().filter(Finding::isViolation).findFirst();
    }

    /** The first property that no checker could decide, if there is one. */
    public Optional<Finding> unknown() {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.UNKNOWN)
                .findFirst();
    }
}
