package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Right and wrong programs of three languages, several at a time: most of their time they wait. */
class SamplesTest {
    private static final int AT_A_TIME = 8;
    private static final Map<String, CompletableFuture<Shell>> RUNS = new HashMap<>();
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(AT_A_TIME);

    @TempDir
    private static Path directory;

    /** Long enough for the slowest machine: a right program uses only what it needs. */
    private static final String PATIENT = " --settle 120 --timeout 3000";

    private static final List<String> RIGHT = List.of(
            "echo: python3 leader.py",
            "echo --fault restart,pause: node echo.js",
            "unique-ids --fault restart: node ids.js service",
            "unique-ids --fault partition,loss,delay,pause: node ids.js name",
            "broadcast --fault partition,one-way-partition,loss,duplication,delay: python3 gossip.py retry",
            "g-set --fault delay,duplication: python3 leader.py",
            "g-counter --fault restart,pause: node counter.js cas",
            "pn-counter: python3 leader.py counter",
            "lin-kv --fault restart,delay: java KeyValue.java service",
            "lin-kv --fault delay,duplication,pause: python3 leader.py",
            "txn-list-append --fault restart,delay: node transactions.js cas",
            "txn-rw-register: node transactions.js cas",
            "kafka --fault duplication,delay: python3 leader.py");

    private static final List<String> WRONG = List.of(
            "echo: node echo.js late",
            "unique-ids: node ids.js counter",
            "unique-ids --fault restart --time-limit 6: node ids.js name",
            "broadcast: python3 local.py",
            "broadcast --fault partition,loss: python3 gossip.py",
            "g-set: python3 local.py",
            "g-counter --rate 200: node counter.js write",
            "pn-counter: python3 local.py counter",
            "lin-kv: java KeyValue.java local",
            "g-set --fault restart --seed 4: python3 leader.py",
            "txn-list-append --rate 200: node transactions.js write",
            "txn-rw-register --rate 200: node transactions.js write",
            "kafka: python3 local.py");

    @BeforeAll
    static void start() {
        int problems = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", directory.toString(), sample("java", "KeyValue.java"));
        assertThat(problems).isZero();
        start(RIGHT, PATIENT);
        start(WRONG, " --settle 1");
    }

    @AfterAll
    static void end() {
        THREADS.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> rightProgramsHold() {
        return tests(RIGHT, 0);
    }

    @TestFactory
    Stream<DynamicTest> wrongProgramsAreCaught() {
        return tests(WRONG, 1);
    }

    private static Stream<DynamicTest> tests(List<String> samples, int exitCode) {
        return samples.stream()
                .map(sample -> DynamicTest.dynamicTest(sample, () -> {
                    assumeThat(isThere(tool(sample)))
                            .as(tool(sample) + " on the PATH, without which its samples are not tried")
                            .isTrue();
                    Shell run = RUNS.get(sample).join();
                    assertThat(run.exitCode()).as(run.toString()).isEqualTo(exitCode);
                }));
    }

    private static void start(List<String> samples, String options) {
        samples.stream()
                .filter(sample -> isThere(tool(sample)))
                .forEach(
                        sample -> RUNS.put(sample, CompletableFuture.supplyAsync(() -> run(sample, options), THREADS)));
    }

    private static String tool(String sample) {
        return sample.split(": ", 2)[1].split(" ", -1)[0];
    }

    private static boolean isThere(String tool) {
        return tool.equals("java")
                || Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(entry -> Files.isExecutable(Path.of(entry, tool)));
    }

    private static Shell run(String sample, String options) {
        String[] halves = sample.split(": ", 2);
        List<String> arguments = new ArrayList<>(List.of("--workload"));
        arguments.addAll(List.of((halves[0] + options).split(" ", -1)));
        arguments.addAll(List.of("--nodes", "3"));
        if (!arguments.contains("--time-limit")) {
            arguments.addAll(List.of("--time-limit", arguments.contains("--fault") ? "4" : "2"));
        }
        arguments.addAll(List.of("--directory", directory.toString(), "--"));
        arguments.addAll(command(halves[1].split(" ", -1)));
        return Shell.run(arguments);
    }

    /** Samples lie in a directory for each language. Those in Java are compiled once, so that they boot sooner. */
    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        if (words[0].equals("java")) {
            command.set(1, words[1].replace(".java", ""));
            command.addAll(1, List.of("-XX:TieredStopAtLevel=1", "-cp", directory.toString()));
            command.set(
                    0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
        } else {
            command.set(1, sample(words[0].equals("node") ? "javascript" : "python", words[1]));
        }
        return command;
    }

    private static String sample(String language, String file) {
        return Path.of("src", "test", "samples", language, file).toString();
    }
}
