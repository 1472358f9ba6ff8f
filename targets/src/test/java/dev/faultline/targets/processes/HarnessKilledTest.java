package dev.faultline.targets.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.io.HistoryFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a harness with -9 in the middle of a run. */
class HarnessKilledTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CLEAN = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    @Test
    void noProcessOutlivesItAndItsHistoryIsThere() throws Exception {
        Process harness = start("processes");
        try {
            await(PATIENCE, () -> events().size() > 100);
            List<ProcessHandle> children = harness.descendants().toList();
            assertThat(children).as("three nodes and the watchdog").hasSizeGreaterThanOrEqualTo(4);
            kill(harness);
            await(CLEAN, () -> children.stream().noneMatch(ProcessHandle::isAlive));
        } finally {
            harness.destroyForcibly();
        }
        isCheckable(history());
    }

    @Test
    void noContainerOutlivesIt() throws Exception {
        assumeThat(System.getProperty("faultline.image.base"))
                .as("the image that nodes' images begin with, without which containers are not tried")
                .isNotNull();
        List<String> before = containers();
        Process harness = start("containers");
        try {
            await(PATIENCE, () -> events().size() > 100);
            assertThat(containers()).as("three nodes and Toxiproxy").hasSizeGreaterThanOrEqualTo(before.size() + 4);
            kill(harness);
            await(CLEAN, () -> before.containsAll(containers()));
        } finally {
            harness.destroyForcibly();
        }
        isCheckable(history());
    }

    private Process start(String runtime) throws IOException {
        List<String> properties = Stream.of("faultline.image.base", "faultline.image.toxiproxy")
                .filter(name -> System.getProperty(name) != null)
                .map(name -> "-D" + name + "=" + System.getProperty(name))
                .toList();
        ProcessBuilder builder = new ProcessBuilder();
        builder.command()
                .add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(properties);
        builder.command().addAll(List.of("-cp", System.getProperty("java.class.path"), KilledHarness.class.getName()));
        builder.command().addAll(List.of(runtime, directory.toString()));
        return builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
    }

    private static void kill(Process harness) throws InterruptedException {
        harness.destroyForcibly();
        harness.waitFor();
    }

    private List<String> events() {
        try {
            Path file = directory.resolve("history.jsonl");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException growing) {
            return List.of();
        }
    }

    private History history() throws IOException {
        return HistoryFiles.read(directory.resolve("history.jsonl"));
    }

    private static void isCheckable(History history) {
        assertThat(history.events()).hasSizeGreaterThan(100);
        assertThat(history.events().stream().map(Event::type)).contains(EventType.INVOKE, EventType.OK);
    }

    private static List<String> containers() {
        try {
            Process docker = new ProcessBuilder("docker", "ps", "-q").start();
            String ids = new String(docker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return ids.lines().toList();
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private void await(Duration atMost, Supplier<Boolean> condition) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.get()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + atMost.toSeconds() + " s; the harness said: "
                        + Files.readString(directory.resolve("output")));
            }
            Thread.sleep(50);
        }
    }
}
