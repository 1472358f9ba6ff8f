package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.io.HistoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends a run in its middle. Its programs are wrapped in a shell, as many are, and sleep on when their input ends. */
class StdioInterruptedTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WRAPPED = "sh src/test/samples/shell/echo.sh; sleep 600; exit 0";

    /** The bit of the signal with the number 2. */
    private static final long INTERRUPT = 1 << 1;

    @TempDir
    private Path directory;

    private Process harness;

    @AfterEach
    void end() {
        harness.descendants().forEach(ProcessHandle::destroyForcibly);
        harness.destroyForcibly();
    }

    private void start() throws Exception {
        harness = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StdioProgram.class.getName(),
                        "--workload",
                        "echo",
                        "--nodes",
                        "2",
                        "--time-limit",
                        "600",
                        "--directory",
                        directory.toString(),
                        "--",
                        "sh",
                        "-c",
                        WRAPPED)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        await(() -> events().size() > 10);
    }

    private Path run() {
        return directory
                .resolve("stdio.echo")
                .resolve(RunName.of(List.of("sh", "-c", WRAPPED), List.of()))
                .resolve("stdio-1");
    }

    private List<String> events() {
        try {
            Path file = run().resolve("history.jsonl");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException growing) {
            return List.of();
        }
    }

    private void await(Supplier<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s; the harness said: " + output());
            }
            Thread.sleep(20);
        }
    }

    private String output() {
        try {
            return Files.readString(directory.resolve("output"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Shells start what runs in the background deaf to Ctrl-C, and it hands that on to whatever it starts itself. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line -> (Long.parseUnsignedLong(
                                                line.substring(line.indexOf(":") + 1)
                                                        .strip(),
                                                16)
                                        & INTERRUPT)
                                != 0);
    }

    private void leavesAHistoryAndNoVerdict() throws IOException {
        assertThat(HistoryFiles.read(run().resolve("history.edn")).events().stream()
                        .map(Event::type))
                .contains(EventType.INVOKE, EventType.OK);
        assertThat(run().resolveSibling("claim.json")).doesNotExist();
    }

    @Test
    void ctrlCEndsEveryProgramAndLeavesAHistory() throws Exception {
        start();
        await(() -> output().contains(" of 600 s: "));
        List<ProcessHandle> programs = harness.descendants().toList();
        assertThat(programs)
                .as("the watchdog, and two programs in two shells each")
                .hasSizeGreaterThanOrEqualTo(5);

        boolean deaf = ignoresInterrupts();
        new ProcessBuilder("kill", deaf ? "-TERM" : "-INT", Long.toString(harness.pid()))
                .start()
                .waitFor();

        assertThat(harness.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(harness.exitValue()).isEqualTo(deaf ? 143 : 130);
        await(() -> programs.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(output()).contains("Interrupted, so nothing was judged.").doesNotContain("HELD", "VIOLATED");
        leavesAHistoryAndNoVerdict();
    }

    @Test
    void noProgramOutlivesAHarnessThatIsKilled() throws Exception {
        start();
        List<ProcessHandle> programs = harness.descendants().toList();
        assertThat(programs).hasSizeGreaterThanOrEqualTo(5);

        harness.destroyForcibly().waitFor();

        await(() -> programs.stream().noneMatch(ProcessHandle::isAlive));
        leavesAHistoryAndNoVerdict();
    }
}
