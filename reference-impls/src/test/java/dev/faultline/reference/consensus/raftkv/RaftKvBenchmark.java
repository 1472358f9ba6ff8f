package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.fault.Faults;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.property.Properties;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.Runtimes;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.workload.Registers;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

/**
 * How fast the simulation runs five Raft servers under all faults, with the history on: messages delivered and seconds
 * simulated per second of processor time of the one thread. Histories are recorded, not judged. Run its {@code main}; the first lines are the warm-up.
 */
final class RaftKvBenchmark {
    private static final int ROUNDS = 6;
    private static final int RUNS = 150;

    private RaftKvBenchmark() {}

    public static void main(String[] arguments) {
        Scenario scenario = RaftKv.cluster(5)
                .workload(Registers.readWriteCas().operations(200))
                .under(Faults.all())
                .lasting(Duration.ofSeconds(10))
                .holds(RaftKv.logMatching());
        List<Property> watched = List.of(
                RaftKv.logMatching(),
                RaftKv.leaderCompleteness(),
                RaftKv.stateMachineSafety(),
                Properties.oneLeaderPerTerm());
        for (int round = 0; round < ROUNDS; round++) {
            System.out.println(figures("without monitors", scenario, List.of()));
            System.out.println(figures("with 4 monitors ", scenario, watched));
        }
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String figures(String name, Scenario scenario, List<Property> watched) {
        NodeRuntime simulation = Runtimes.named("simulation");
        long messages = 0;
        double simulated = 0;
        long begin = processorTime();
        for (int seed = 0; seed < RUNS; seed++) {
            List<Monitor> monitors = watched.stream()
                    .map(property -> property.monitor(scenario.cluster()))
                    .toList();
            Run run = simulation.run(scenario.plan(seed), monitors, Trace.NONE);
            messages += run.messages().delivered();
            simulated += run.end().toNanos() / 1e9;
        }
        double seconds = (processorTime() - begin) / 1e9;
        return String.format(
                "%s: %,.0f messages/s, %,.0f simulated s/s, %.1f ms a run of %,d messages",
                name, messages / seconds, simulated / seconds, seconds / RUNS * 1000, messages / RUNS);
    }
}
