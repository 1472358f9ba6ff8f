package dev.faultline.targets.processes;

import dev.faultline.harness.record.LiveTrace;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Runtimes;
import dev.faultline.harness.workload.Session;
import dev.faultline.harness.workload.Step;
import dev.faultline.targets.live.Notebook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program that runs notebooks for a minute, for a test that kills it. */
final class KilledHarness {
    private KilledHarness() {}

    /** Takes the name of a runtime, and the directory of the run. */
    public static void main(String[] arguments) {
        List<Session> sessions = new ArrayList<>();
        for (int index = 0; index < 6_000; index++) {
            Step note = Step.write("note", (long) index);
            sessions.add(
                    new Session(index, 1 + index % 3, Duration.ofMillis(10L * index), List.of(note), Duration.ZERO));
        }
        RunPlan plan = new RunPlan(
                Notebook.cluster(3), 1, 3, sessions, List.of(), Duration.ofMinutes(1), Duration.ofSeconds(1));
        NodeRuntime runtime = Runtimes.named(arguments[0]);
        try (LiveTrace trace = LiveTrace.in(Path.of(arguments[1]))) {
            runtime.run(plan, new ArrayList<>(), trace);
        }
    }
}
