package dev.faultline.harness.claim;

import dev.faultline.harness.property.Property;
import dev.faultline.harness.record.LiveTrace;
import dev.faultline.harness.record.RunDirectory;
import dev.faultline.harness.record.TraceLines;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.RunPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a plan and leaves a run directory: with its trace, where the run is a repetition, and as it happens, where none can be. */
final class Recording {
    private Recording() {}

    /**
     * Runs and writes.
     *
     * @param parent where the run directory goes
     * @param name the run directory's name
     * @param keep the part of the seed's schedule that the plan is, or {@code null} for all of it
     */
    static Trial record(
            NodeRuntime runtime,
            ClaimId id,
            RunPlan plan,
            String keep,
            List<Property> properties,
            Path parent,
            String name) {
        if (!runtime.repeatsRuns()) {
            return recordLive(runtime, id, plan, keep, properties, parent.resolve(name));
        }
        List<String> lines = new ArrayList<>();
        Trial trial = Trial.of(runtime, plan, properties, new TraceLines(lines::add));
        write(trial, report(runtime, id, plan, keep, trial), lines, parent.resolve(name));
        return trial;
    }

    private static Trial recordLive(
            NodeRuntime runtime, ClaimId id, RunPlan plan, String keep, List<Property> properties, Path path) {
        RunDirectory directory = RunDirectory.at(path);
        try (LiveTrace trace = LiveTrace.in(path)) {
            Trial trial = Trial.of(runtime, plan, properties, trace);
            directory.writeTrace(List.of());
            directory.writeJson("run.json", report(runtime, id, plan, keep, trial));
            return trial;
        }
    }

    private static RunReport report(NodeRuntime runtime, ClaimId id, RunPlan plan, String keep, Trial trial) {
        return RunReport.of(
                id.toString(),
                runtime.name(),
                plan.seed(),
                keep,
                plan.faults().size(),
                plan.sessions().size(),
                trial);
    }

    static void write(Trial trial, RunReport report, List<String> trace, Path path) {
        RunDirectory directory = RunDirectory.at(path);
        directory.write(trial.run().history());
        directory.writeTrace(trace);
        directory.writeJson("run.json", report);
    }
}
