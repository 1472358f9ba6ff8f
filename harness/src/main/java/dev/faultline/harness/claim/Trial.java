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
 * @param isExcused whether a finding would be a violation if the machine had kept up
 */
public record Trial(Run run, List<Finding> findings, boolean isExcused) {
    /** The property of every program that its handlers do not throw. */
    private static final String NO_FAILURE = "no-exception";

    static Trial of(NodeRuntime runtime, RunPlan plan, List<Property> properties, Trace trace) {
        List<Property> allowing = allowing(runtime, properties);
        return judged(allowing, monitorsOf(plan, allowing), monitors -> runtime.run(plan, monitors, trace));
    }

    private static List<Property> allowing(NodeRuntime runtime, List<Property> properties) {
        return properties.stream()
                .map(property -> property.allowing(runtime.slack()))
                .toList();
    }

    private static List<Monitor> monitorsOf(RunPlan plan, List<Property> properties) {
        return properties.stream()
                .map(property -> property.monitor(plan.cluster()))
                .toList();
    }

    /** Judges the run that {@code running} makes under these monitors. */
    static Trial judged(List<Property> properties, List<Monitor> monitors, Function<List<Monitor>, Run> running) {
        Run run = running.apply(monitors);
        if (run.broken().isPresent()) {
            BrokenInvariant broken = run.broken().get();
            return new Trial(run, List.of(Finding.of(name(broken, properties), broken)), false);
        }
        List<Finding> findings = new ArrayList<>();
        boolean excused = false;
        for (int i = 0; i < properties.size(); i++) {
            Property property = properties.get(i);
            Finding finding = Finding.of(property.name(), monitors.get(i).conclude(run), run);
            Optional<String> excuse = finding.isViolation() ? property.excuse(run) : Optional.empty();
            findings.add(excuse.map(finding::excusedBy).orElse(finding));
            excused |= excuse.isPresent();
        }
        return new Trial(run, findings, excused);
    }

    private static String name(BrokenInvariant broken, List<Property> properties) {
        return broken.monitor() == BrokenInvariant.NODE_FAILURE
                ? NO_FAILURE
                : properties.get(broken.monitor()).name();
    }

    /** The property that a run violates first, if it violates any, without the reasons. */
    static Optional<String> violated(NodeRuntime runtime, RunPlan plan, List<Property> properties) {
        List<Monitor> monitors = monitorsOf(plan, allowing(runtime, properties));
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
