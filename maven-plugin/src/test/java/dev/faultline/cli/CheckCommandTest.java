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
        Shell.run("check", "--model", "heap", history("good.edn", WRITE))
                .isRefusedWith("no model named \"heap\"", "Use one of", "priority-queue");
    }

    @Test
    void refusesAMissingFile() {
        Shell.run("check", "--model", "register", "nowhere.edn")
                .isRefusedWith("nowhere.edn is not a file", "Check the path");
    }

    @Test
    void refusesAModelTogetherWithAProperty() {
        Shell.run("check", "--model", "register", "--property", "fifo", "any.edn")
                .isRefusedWith("exclude one another", "Give one of them");
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

    /** Two transactions that each read the other's key before its write: write skew. */
    private String writeSkew() throws IOException {
        return history("skew.edn", """
                {:index 0, :type :invoke, :process 0, :f :txn, :value [[:r :x nil] [:append :y 1]]}
                {:index 1, :type :invoke, :process 1, :f :txn, :value [[:r :y nil] [:append :x 1]]}
                {:index 2, :type :ok, :process 0, :f :txn, :value [[:r :x []] [:append :y 1]]}
                {:index 3, :type :ok, :process 1, :f :txn, :value [[:r :y []] [:append :x 1]]}
                {:index 4, :type :invoke, :process 0, :f :txn, :value [[:r :x nil] [:r :y nil]]}
                {:index 5, :type :ok, :process 0, :f :txn, :value [[:r :x [1]] [:r :y [1]]]}
                """);
    }

    @Test
    void transactionsAreJudgedByTheirLevel() throws IOException {
        Shell snapshot = Shell.run("check", "--isolation", "snapshot-isolation", writeSkew());
        assertThat(snapshot.out()).contains("skew.edn: VALID. The history is one that keeps snapshot-isolation.");
        assertThat(snapshot.exitCode()).isEqualTo(ExitCode.HELD);

        Shell serializable = Shell.run("check", "--isolation", "serializable", "--explain", writeSkew());
        assertThat(serializable.out())
                .contains(
                        "INVALID. It violates serializable. G2-item, a cycle",
                        "T1 read nothing in key :x, and T2 wrote 1 after that version",
                        "strongest: strong-snapshot-isolation",
                        "weakest: repeatable-read",
                        "snapshot-isolation: VALID");
        assertThat(serializable.exitCode()).isEqualTo(ExitCode.VIOLATED);
    }

    @Test
    void whatIsJudgedIsGuessed() throws IOException {
        assertThat(Shell.run("check", writeSkew()).out()).contains("INVALID. It violates strict-serializable.");
        assertThat(Shell.run("check", history("good.edn", WRITE + read(1))).out())
                .contains("VALID. The history is linearizable.");
        Shell.run("check", history("odd.edn", WRITE.replace(":write", ":frob")))
                .isRefusedWith("odd.edn: The operations do not tell", "Give --model, --isolation or --property");
    }

    @Test
    void anObjectIsJudgedByOtherConsistencies() throws IOException {
        String stale = history("stale.edn", WRITE + read(1).replace(":value 1}", ":value nil}"));

        assertThat(Shell.run("check", "--consistency", "linearizable", stale).exitCode())
                .isEqualTo(ExitCode.VIOLATED);
        assertThat(Shell.run("check", "--consistency", "sequential", stale).out())
                .contains("VALID. The history is sequential.");
        assertThat(Shell.run("check", "--consistency", "causal", stale).out())
                .contains("VALID. The history is one that keeps causal.");
        Shell.run("check", "--model", "stack", "--consistency", "causal", stale)
                .isRefusedWith("--consistency causal is about reads and writes", "Use register or kv");
        Shell.run("check", "--consistency", "eventual", stale)
                .isRefusedWith("no consistency named \"eventual\"", "Use one of: linearizable, sequential");
        Shell.run("check", "--consistency", "causal", "--property", "fifo", stale)
                .isRefusedWith("does not go with --isolation or --property");
    }

    @Test
    void refusesAnUnknownLevelAndAnUnknownFormat() throws IOException {
        Shell.run("check", "--isolation", "perfect", writeSkew())
                .isRefusedWith("no isolation level \"perfect\"", "Use one of: read-uncommitted");
        Shell.run("check", "--format", "xml", writeSkew()).isRefusedWith("'xml' is no format", "edn, jepsen-log");
    }

    @Test
    void aFormatIsReadAsItIsSaidToBe() throws IOException {
        String text = history("plain.txt", "w(1,1,0,0)\nr(1,1,1,1)\n");

        assertThat(Shell.run("check", "--format", "plume", text).out())
                .contains("VALID. The history is one that keeps strict-serializable.");
        Shell.run("check", "--format", "jsonl", text).isRefusedWith("plain.txt, line 1");
    }
}
