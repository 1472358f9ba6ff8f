package dev.faultline.checkers.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a program with a limit of time and of memory. The memory is seen on Linux alone; elsewhere it has no limit. */
final class Watched {
    /** The memory of short programs is looked at more often. */
    private static final long MOST_MILLIS_BETWEEN_LOOKS = 10;

    private static final long KILO = 1024;

    private final Process process;
    private final Path status;
    private long peak;

    private Watched(Process process) {
        this.process = process;
        this.status = Path.of("/proc", Long.toString(process.pid()), "status");
    }

    /**
     * How a program ended.
     *
     * @param lines its output
     * @param nanos from its start to its end
     * @param peakBytes the most memory that was resident; 0 when unknown
     * @param stopped why it was stopped, or how it failed
     */
    record Ended(List<String> lines, long nanos, long peakBytes, Optional<String> stopped) {}

    /** Runs a program. Its output goes through files in this directory. */
    static Ended run(List<String> command, Path directory, Duration time, long bytes)
            throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        Path errors = directory.resolve("errors.txt");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        Watched watched = new Watched(process);
        Optional<String> stopped = watched.await(begin + time.toNanos(), time, bytes);
        long nanos = System.nanoTime() - begin;
        if (stopped.isEmpty() && process.exitValue() != 0) {
            System.err.println(firstLine(errors, "exit code " + process.exitValue()));
            stopped = Optional.of("failed");
        }
        return new Ended(Files.readAllLines(output), nanos, watched.peak, stopped);
    }

    private Optional<String> await(long end, Duration time, long bytes) throws InterruptedException {
        long looks = 0;
        while (!process.waitFor(Math.min(MOST_MILLIS_BETWEEN_LOOKS, 1 + looks / 20), TimeUnit.MILLISECONDS)) {
            looks++;
            peak = Math.max(peak, resident());
            if (peak > bytes) {
                return kill("no answer, > " + Table.bytes(bytes));
            }
            if (System.nanoTime() > end) {
                return kill("no answer in " + time.toSeconds() + " s");
            }
        }
        return Optional.empty();
    }

    private Optional<String> kill(String why) throws InterruptedException {
        process.destroyForcibly().waitFor();
        return Optional.of(why);
    }

    private long resident() {
        List<String> lines;
        try {
            lines = Files.readAllLines(status);
        } catch (IOException endedMeanwhile) {
            return 0;
        }
        return lines.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .map(kilobytes -> kilobytes * KILO)
                .findFirst()
                .orElse(0);
    }

    private static String firstLine(Path file, String otherwise) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse(otherwise);
    }
}
