package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StdioReportTest {
    /** A program in sh that gives every client the id 1. */
    private static final String ALWAYS_ONE = "read -r line;"
            + " echo '{\"src\":\"n1\",\"dest\":\"c0\",\"body\":{\"type\":\"init_ok\",\"in_reply_to\":1}}';"
            + " while read -r line; do n=$((n+1));"
            + " echo '{\"src\":\"n1\",\"dest\":\"c1\",\"body\":{\"type\":\"generate_ok\",\"in_reply_to\":'$n',\"id\":1}}'; done";

    @TempDir
    private Path directory;

    @Test
    void aViolatedRunHasAPageWithTheCounterexampleAndTheCommandThatRunsItAgain() throws IOException {
        String runs = directory.toString();
        Shell run = Shell.run(
                "stdio",
                "--workload",
                "unique-ids",
                "--nodes",
                "1",
                "--time-limit",
                "1",
                "--directory",
                runs,
                "--",
                "sh",
                "-c",
                ALWAYS_ONE);
        assertThat(run.exitCode()).as(run.out()).isEqualTo(ExitCode.VIOLATED);

        assertThat(Shell.run("report", "--directory", runs).exitCode()).isEqualTo(ExitCode.HELD);

        Path claims = directory.resolve("report").resolve("claims");
        try (var pages = Files.list(claims)) {
            assertThat(pages.toList()).singleElement().satisfies(page -> assertThat(Files.readString(page))
                    .contains("Violates unique-ids: The id 1 was given to process 0 on n1")
                    .contains("The counterexample", "Space and time")
                    .contains("n1 receives Generate(msg_id 1) from c1", "sends GenerateOk(in_reply_to 1, id 1) to c1")
                    .contains("process 0: generate 1 is ok at n1 <strong class=\"tag\">evidence</strong>")
                    .contains("stdio --workload unique-ids --nodes 1 --time-limit 1 --directory " + runs
                            + " -- sh -c &#39;read"));
        }
    }
}
