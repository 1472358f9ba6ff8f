package dev.faultline.checkers.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures the checkers, as the system properties {@code bench.*} say. */
final class Bench {
    private static final int USAGE = 64;

    private Bench() {}

    /** Runs in the directory of the module. The exit code is 1 when verdicts disagree. */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        if (Boolean.getBoolean("bench.jmh")) {
            new Runner(new OptionsBuilder().shouldFailOnError(true).build()).run();
            return;
        }
        try {
            System.exit(compare() ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
        }
    }

    private static boolean compare() throws IOException, InterruptedException {
        List<Path> given = Arrays.stream(System.getProperty("bench.histories", "").split(",", -1))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .toList();
        return PorcupineComparison.run(Path.of(""), System.getProperty("bench.size", "small"), given);
    }
}
