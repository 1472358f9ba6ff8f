package dev.faultline.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same seed gives the same trace in another JVM, even in one with other identity hash codes and another collector. */
class TwoJvmsTest {

    @Test
    void tracesOfRaftAreTheSameInTwoJvms() throws IOException, InterruptedException {
        List<String> first = hashes("-XX:+UseSerialGC");
        List<String> second = hashes(
                "-XX:+UseParallelGC", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2", "-XX:TieredStopAtLevel=1");

        assertThat(first).hasSizeGreaterThanOrEqualTo(20).isEqualTo(second);
        assertThat(first.stream()
                        .map(line -> line.substring(line.lastIndexOf(' ')))
                        .distinct())
                .as("different seeds give different traces")
                .hasSizeGreaterThanOrEqualTo(20);
    }

    private static List<String> hashes(String... options) throws IOException, InterruptedException {
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of(options),
                        Stream.of("-cp", System.getProperty("java.class.path"), TraceHashes.class.getName()),
                        Stream.of("dev.faultline.reference.consensus.raftkv.RaftKvSpec"))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream output = process.getInputStream()) {
            List<String> lines = new String(output.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor()).isZero();
            return lines;
        }
    }
}
