package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String WRITE = """
            {:index 0, :time 0, :type :invoke, :process 0, :f :write, :value 1}
            {:index 1, :time 1, :type :ok, :process 0, :f :write, :value 1}
            """;

    @TempDir
    private Path directory;

    private String history(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static String read(long value) {
        return "{:index 2, :time 2, :type :invoke, :process 1, :f :read, :value nil}\n"
                + "{:index 3, :time 3, :type :ok, :process 1, :f :read, :value " + value + "}\n";
    }

    @Test
    void aValidHistoryExitsWithZero() throws IOException {
        Shell shell = Shell.run("check", "--model", "register", history("good.edn", WRITE + read(1)));

        assertThat(shell.out()).contains("good.edn: VALID. The history is linearizable.");
        assertThat(shell.exitCode()).isEqualTo(ExitCode.HELD);
    }

    @Test
    void anInvalidHistoryExitsWithOneAndShowsItsEvidence() throws IOException {
        Shell shell = Shell.run("check", "--model", "register", history("bad.edn", WRITE + read(2)));

        assertThat(shell.out())
                .contains("bad.edn: INVALID. It violates linearizable.", "event 3: process 1 ok :read 2");
        assertThat(shell.exitCode()).isEqualTo(ExitCode.VIOLATED);
    }

    @Test
    void oneInvalidHistoryAmongManyDecides() throws IOException {
        String bad = history("bad.edn", WRITE + read(2));
        String good = history("good.edn", WRITE + read(1));

        assertThat(Shell.run("check", "--model", "register", bad, good).exitCode())
                .isEqualTo(ExitCode.VIOLATED);
    }

    @Test
    void aPropertyIsJudgedByItsName() throws IOException {
        String acquire = "{:index 0, :time 0, :type :invoke, :process 0, :f :acquire, :value \"r1\"}\n";

        assertThat(Shell.run("check", "--property", "mutual-exclusion", history("lock.edn", acquire))
                        .exitCode())
                .isEqualTo(ExitCode.HELD);
    }

    @Test
    void refusesAHistoryThatIsCutInTheMiddle() throws IOException {
        String cut = WRITE + read(1).substring(0, 90);

        Shell.run("check", "--model", "register", history("cut.edn", cut))
                .isRefusedWith("cut.edn, line 4", "cannot be read", "Check that the file is complete");
    }

    @Test
    void refusesAHistoryThatDoesNotFitTheModelAndNamesTheFile() throws IOException {
        Shell.run("check", "--model", "mutex", history("register.edn", WRITE))
                .isRefusedWith("register.edn: Event 0", "has no operation :write", "Choose another model");
    }

    @Test
    void refusesAnUnknownProperty() throws IOException {
        Shell.run("check", "--property", "fairness", history("good.edn", WRITE))
                .isRefusedWith(
                        "no property named \"fairness\"", "cannot be judged", "mutual-exclusion, fenced-exclusion");
    }

    @Test
    void refusesAnUnknownModel() throws IOException {
        Shell.run("check", "--model", "stack", history("good.edn", WRITE))
                .isRefusedWith("no model named \"stack\"", "Use one of");
    }

    @Test
    void refusesAMissingFile() {
        Shell.run("check", "--model", "register", "nowhere.edn")
                .isRefusedWith("nowhere.edn is not a file", "Check the path");
    }

    @Test
    void refusesAModelTogetherWithAProperty() {
        Shell.run("check", "--model", "register", "--property", "fifo", "any.edn")
                .isRefusedWith("mutually exclusive");
    }

    @Test
    void explanationHasWhatTheCheckerFoundOut() throws IOException {
        String bad = history("bad.edn", WRITE + read(2));

        assertThat(Shell.run("check", "--model", "register", "--explain", bad).out())
                .contains("  model: register", "  operations: 2");
        assertThat(Shell.run("check", "--model", "register", bad).out()).doesNotContain("model: register");
    }

    @Test
    void reportIsAPageAboutEveryHistory() throws IOException {
        String bad = history("bad.edn", WRITE + read(2));
        String good = history("good.edn", WRITE + read(1));
        Path page = directory.resolve("pages/out.html");

        Shell shell = Shell.run("check", "--model", "register", "--report", page.toString(), bad, good);

        assertThat(shell.out()).contains("Report: " + page);
        assertThat(page).content().contains("bad.edn", "good.edn", "INVALID", "VALID");
        assertThat(shell.exitCode()).isEqualTo(ExitCode.VIOLATED);
    }

    @Test
    void refusesALimitWithoutAUnit() {
        Shell.run("check", "--model", "register", "--limit", "30", "any.edn")
                .isRefusedWith("'30' is no time limit", "such as 500ms, 30s or 5m");
    }
}
