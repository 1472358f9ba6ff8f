package dev.faultline.targets.stdio;

import dev.faultline.checkers.transaction.Level;
import dev.faultline.harness.fault.Fault;
import dev.faultline.harness.node.NodeId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What to run.
 *
 * @param workload its name
 * @param level what transactions owe
 * @param command the program and its arguments
 * @param size how many nodes run it
 * @param time how long clients work; every fault has ended by then
 * @param rate operations per second, of all clients together
 * @param concurrency how many clients work
 * @param timeout how long a client waits for an answer
 * @param latency messages between nodes take up to this
 * @param faults what happens meanwhile
 * @param settle how long nodes may take, when all faults are over, until they are asked for the last time
 * @param seed the source of everything left to chance
 * @param directory where the run is recorded
 */
record Plan(
        String workload,
        Level level,
        List<String> command,
        int size,
        Duration time,
        int rate,
        int concurrency,
        Duration timeout,
        Duration latency,
        List<Fault> faults,
        Duration settle,
        long seed,
        Path directory) {

    /** The names of the nodes. */
    List<String> nodes() {
        return IntStream.rangeClosed(1, size)
                .mapToObj(number -> NodeId.node(number).name())
                .toList();
    }

    /** A line for the user. */
    String describe() {
        String under = faults.isEmpty()
                ? ""
                : " under " + String.join(", ", faults.stream().map(Fault::name).toList());
        return size + " × " + Words.command(command) + ", " + time.toSeconds() + " s of " + workload + " at " + rate
                + " operations a second by " + concurrency + " clients" + under;
    }
}
