package dev.faultline.harness.claim;

import dev.faultline.harness.property.Property;
import dev.faultline.harness.record.RunDirectory;
import dev.faultline.harness.record.TraceLines;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.RunPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a plan once more, with its trace kept, and leaves a run directory. */
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
        List<String> lines = new ArrayList<>();
        Trial trial = Trial.of(runtime, plan, properties, new TraceLines(lines::add));
        RunReport report = RunReport.of(
                id.toString(),
                runtime.name(),
                plan.seed(),
                keep,
                plan.faults().size(),
                plan.sessions().size(),
                trial);
        write(trial, report, lines, parent.resolve(name));
        return trial;
    }

    static void write(Trial trial, RunReport report, List<String> trace, Path path) {
        RunDirectory directory = RunDirectory.at(path);
        directory.write(trial.run().history());
        directory.writeTrace(trace);
        directory.writeJson("run.json", report);
    }
}
