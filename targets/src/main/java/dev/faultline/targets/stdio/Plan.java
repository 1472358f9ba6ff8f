package dev.faultline.targets.stdio;

import dev.faultline.harness.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What to run.
 *
 * @param workload its name
 * @param command the program and its arguments
 * @param nodes how many nodes run it
 * @param time how long clients work; every fault has ended by then
 * @param rate operations per second, of all clients together
 * @param concurrency how many clients work
 * @param timeout how long a client waits for an answer
 * @param latency messages between nodes take up to this
 * @param faults what happens meanwhile
 * @param quiet how long the nodes are left alone before they are asked for the last time
 * @param seed the source of everything left to chance
 * @param directory where the run is recorded
 */
record Plan(
        String workload,
        List<String> command,
        int nodes,
        Duration time,
        int rate,
        int concurrency,
        Duration timeout,
        Duration latency,
        List<Fault> faults,
        Duration quiet,
        long seed,
        Path directory) {}
