package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.io.HistoryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StdioCommandTest {
    private static final String ECHO =
            Path.of("src", "test", "samples", "shell", "echo.sh").toString();

    @TempDir
    private Path directory;

    /** One node, a second of work. */
    private Shell run(String workload, String... program) {
        List<String> arguments = new ArrayList<>(List.of("--workload", workload, "--nodes", "1", "--time-limit", "1"));
        arguments.addAll(List.of("--directory", directory.toString(), "--settle", "0", "--"));
        arguments.addAll(List.of(program));
        return Shell.run(arguments);
    }

    /** A program in sh that answers init, then runs the rest for every line. */
    private Shell script(String workload, String forEveryLine) {
        String init =
                "read -r line; echo '{\"src\":\"n1\",\"dest\":\"c0\",\"body\":{\"type\":\"init_ok\",\"in_reply_to\":1}}'";
        return run(workload, "sh", "-c", init + "; while read -r line; do " + forEveryLine + "; done");
    }

    private Path only(String file) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(path -> path.endsWith(file))
                    .reduce((one, other) -> {
                        throw new AssertionError(one + " and " + other);
                    })
                    .orElseThrow(() -> new AssertionError("no " + file));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    --workload ecko -- true                             | There is no workload 'ecko'. Use one of: echo, unique-ids, broadcast
                    --workload echo --fault skew -- true                | There is no fault 'skew' for programs. Use one of: partition
                    --workload echo --nodes 0 -- true                   | --nodes is 0, and can be 1 to 25.
                    --workload echo --nodes x -- true                   | 'x' is not an int
                    --workload echo --time-limit 4000 -- true           | --time-limit is 4000, and can be 1 to 3600.
                    --workload echo --rate 0 -- true                    | --rate is 0, and can be 1 to 10000.
                    --workload echo --concurrency 0 -- true             | --concurrency is 0, and can be 1 to 1000.
                    --workload echo --timeout 0 -- true                 | --timeout is 0, and can be 1 to 60000.
                    --workload echo --latency -1 -- true                | --latency is -1, and can be 0 to 60000.
                    --workload echo --settle -1 -- true                 | --settle is -1, and can be 0 to 600.
                    --workload echo --isolation serializable -- true    | --isolation is about transactions, and echo has none.
                    --workload txn-list-append --isolation none -- true | There is no isolation level 'none'. Use one of: read-uncommitted
                    --workload echo                                     | Missing required parameter: 'COMMAND'
                    -- true                                             | Missing required option: '--workload=NAME'
                    --workload echo --nemesis partition -- true         | Unknown option: '--nemesis'
                    """)
    void aMistakeIsAnsweredWithWhatCanBeGiven(String arguments, String answer) {
        Shell.run(arguments.split(" ", -1)).isRefusedWith(answer);
    }

    @Test
    void helpHasExamplesAndEveryName() {
        Shell help = Shell.run("--help");

        assertThat(help.out())
                .startsWith("Usage: faultline stdio --workload NAME [OPTIONS] -- COMMAND...")
                .contains("Examples:", "Exit codes: 0 everything held")
                .contains(Workloads.names())
                .contains(ProgramFaults.NAMES);
        assertThat(help.exitCode()).isZero();
    }

    @Test
    void aProgramThatDoesNotExistIsNamed() {
        run("echo", "no/such/program")
                .isRefusedWith("The program 'no/such/program' cannot be started: there is no such file.");
    }

    @Test
    void aProgramThatDiesAtOnceIsQuoted() {
        run("echo", "sh", "-c", "echo 'I need a --port' >&2; exit 3")
                .isRefusedWith(
                        "n1 ended with exit code 3", "Its log ends with 'I need a --port'.", "nothing was judged");
    }

    @Test
    void aProgramThatPrintsSomethingElseIsQuoted() {
        run("echo", "sh", "-c", "echo Hello; sleep 60")
                .isRefusedWith("n1 printed a line that is no JSON: 'Hello'.", "nothing was judged");
    }

    @Test
    void aProgramThatRefusesInitIsQuoted() {
        run("echo", "sh", "-c", "echo '{\"src\":\"n1\",\"dest\":\"c0\",\"body\":{\"type\":\"no\"}}'; sleep 60")
                .isRefusedWith(
                        "n1 answered the harness with {\"type\":\"no\"} instead of init_ok", "nothing was judged");
    }

    @Test
    void aProgramInAnyLanguageIsJudgedAndItsRunRecorded() throws IOException {
        Shell shell = run("echo", ECHO);

        assertThat(shell.out()).contains("HELD after ", "  echo: VALID", "  protocol: VALID", "  answers: VALID");
        assertThat(shell.exitCode()).as(shell.toString()).isZero();
        History history = HistoryFiles.read(only("history.edn"));
        assertThat(history.operations())
                .isNotEmpty()
                .allMatch(operation -> operation.f().equals("echo"));
        assertThat(HistoryFiles.read(only("history.jsonl")).events()).isEqualTo(history.events());
        assertThat(Json.file(only("claim.json")).get("status").asText()).isEqualTo("HELD");
        assertThat(Files.readAllLines(only("trace.jsonl")))
                .hasSizeGreaterThan(history.events().size());
    }

    @Test
    void aViolationIsToldWithItsEvidenceAndHowToRunItAgain() throws IOException {
        Shell shell = script(
                "unique-ids",
                "n=$((n+1)); echo '{\"src\":\"n1\",\"dest\":\"c1\",\"body\":{\"type\":\"generate_ok\",\"in_reply_to\":'$n',\"id\":1}}'");

        assertThat(shell.exitCode()).as(shell.toString()).isOne();
        assertThat(shell.out())
                .contains("VIOLATED after ", "  unique-ids: INVALID The id 1 was given to process 0 on n1");
        var decisive = Json.file(only("claim.json")).get("decisive");
        assertThat(decisive.get("property").asText()).isEqualTo("unique-ids");
        assertThat(decisive.get("replay").asText())
                .startsWith("java -jar ")
                .contains("stdio --workload unique-ids --nodes 1", " -- sh -c 'read -r line");
    }

    @Test
    void evidencePointsIntoTheHistory() throws IOException {
        script(
                "echo",
                "n=$((n+1)); echo '{\"src\":\"n1\",\"dest\":\"c1\",\"body\":{\"type\":\"echo_ok\",\"in_reply_to\":'$n',\"echo\":1}}'");

        List<Event> events = HistoryFiles.read(only("history.jsonl")).events();
        var evidence = Json.file(only("run.json")).get("findings").get(0).get("evidence");
        assertThat(evidence).hasSize(2);
        assertThat(events.get(evidence.get(1).get("index").asInt()).value()).isEqualTo(1L);
    }

    @Test
    void aProgramThatAnswersNothingHoldsNothing() {
        Shell shell = script("echo", "true");

        assertThat(shell.out()).contains("UNKNOWN after ", "answers: UNKNOWN None of the ");
        assertThat(shell.exitCode()).isEqualTo(2);
    }

    @Test
    void aProgramThatDiesMidwayEndsTheRunAndIsQuoted() {
        long start = System.nanoTime();
        List<String> arguments = List.of(
                "--workload", "echo", "--nodes", "1", "--time-limit", "100", "--directory", directory.toString());
        List<String> command = new ArrayList<>(arguments);
        command.addAll(List.of(
                "--",
                "sh",
                "-c",
                "read -r line; echo '{\"src\":\"n1\",\"dest\":\"c0\",\"body\":{\"type\":\"init_ok\",\"in_reply_to\":1}}';"
                        + " read -r line; echo Ouch >&2; exit 7"));
        Shell shell = Shell.run(command);

        assertThat(shell.out())
                .contains(
                        "protocol: INVALID n1 ended with exit code 7 although nobody had killed it. Its log ends with 'Ouch'.");
        assertThat(shell.exitCode()).isOne();
        assertThat((System.nanoTime() - start) / 1_000_000_000).as("seconds").isLessThan(60);
    }

    @Test
    void debugOutputAmongTheMessagesIsAViolation() {
        Shell shell = script("echo", "echo 'got one'");

        assertThat(shell.out()).contains("protocol: INVALID n1 printed a line that is no JSON: 'got one'.");
        assertThat(shell.exitCode()).isOne();
    }

    @Test
    void nothingIsLeftOfAnEarlierRun() throws IOException {
        run("echo", ECHO);
        Path claim = only("claim.json");
        Path log = only("run.json").resolveSibling("nodes").resolve("n1.log");
        Files.writeString(log, "an old line");

        run("echo", ECHO);
        assertThat(log).isEmptyFile();

        Files.writeString(directory.resolve("broken.sh"), "exit 1");
        assertThat(claim).exists();
        Path program = directory.resolve("echo.sh");
        Files.writeString(program, "exit 1");
        run("echo", "sh", program.toString()).isRefusedWith("ended with exit code 1");
        assertThat(claim).as("the verdict of a run that did not end").doesNotExist();
    }
}
