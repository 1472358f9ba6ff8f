package dev.faultline.checkers.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Measures the checkers, as the system properties {@code bench.*} say. */
final class Bench {
    private Bench() {}

    /** Runs in the directory of the module. The exit code is 1 when verdicts disagree. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<Path> given = Arrays.stream(System.getProperty("bench.histories", "").split(",", -1))
                .filter(name -> !name.isBlank())
                .map(Path::of)
                .toList();
        try {
            boolean agreed = PorcupineComparison.run(Path.of(""), System.getProperty("bench.size", "small"), given);
            System.exit(agreed ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(64);
        }
    }
}
