package dev.faultline.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is missing or damaged is said, and the rest is shown. */
class UnreadableFilesTest {
    @TempDir
    private Path folder;

    private RenderedReport report;
    private Sample sample;
    private Path output;

    @BeforeEach
    void makeSample() {
        report = RenderedReport.in(folder);
        sample = report.sample();
        output = report.output();
    }

    @Test
    void damagedClaimIsListedAndTheRestIsShown() {
        sample.claim("whole", claim -> {})
                .text(sample.claimDirectory("cut").resolve("claim.json"), "{\"kind\": \"claim\",")
                .claim("partial", claim -> claim.remove("millis"));

        String index = report.index();

        assertThat(index)
                .contains("Files that could not be read")
                .contains(Sample.SPEC + "/cut/claim.json")
                .contains(Sample.SPEC + "/partial/claim.json")
                .contains("millis")
                .contains("1 of 1 claim came out as claimed");
    }

    @Test
    void damagedFilesOfARunAreListedAndTheRestIsShown() {
        sample.violatedClaim("three");
        Path run = sample.claimDirectory("three").resolve("simulation-7-shrunk");
        sample.text(run.resolve("run.json"), "[]").text(run.resolve("history.jsonl"), "{\"index\":0");
        List<String> lines = new ArrayList<>(Sample.trace());
        lines.add(5, "{\"step\":");
        sample.trace(run, lines);

        String page = report.claimPage("three");

        assertThat(page)
                .contains("simulation-7-shrunk/run.json")
                .contains("simulation-7-shrunk/history.jsonl")
                .contains("only the 5 lines before are shown")
                .contains("n1 receives Acquire(msg_id 1) from c1")
                .doesNotContain("n2 receives LockRequest");
        assertThat(report.index())
                .contains("three/simulation-7-shrunk/run.json")
                .contains("three/simulation-7-shrunk/trace.jsonl");
    }

    @Test
    void missingRunIsListedAndTheClaimIsShown() {
        sample.claim("three", claim -> claim.put("sample", "simulation-1"));

        assertThat(report.claimPage("three")).contains("simulation-1</code>: the run directory is missing");
        assertThat(report.index()).contains("three/simulation-1");
    }

    @Test
    void runOutsideOfItsClaimIsNotRead() {
        sample.claim("three", claim -> claim.put("sample", "../four")).run(sample.claimDirectory("four"), 4L);

        assertThat(report.claimPage("three"))
                .contains("the run directory is missing")
                .doesNotContain("history.edn");
    }

    @Test
    void refusesAMissingDirectoryWithARemedy() {
        assertThatThrownBy(() -> HtmlReport.render(folder.resolve("nowhere"), output))
                .isInstanceOf(ReportProblem.class)
                .hasMessageContaining("There is no directory")
                .hasMessageContaining("nothing to report")
                .hasMessageContaining("Run the claims first");
    }

    @Test
    void refusesADirectoryWithoutReportsWithARemedy() {
        sample.run(sample.claimDirectory("orphan").resolve("simulation-1"), 1L);

        assertThatThrownBy(report::index)
                .isInstanceOf(ReportProblem.class)
                .hasMessageContaining("claim.json")
                .hasMessageContaining("Run the claims first");
        assertThat(output).doesNotExist();
    }

    @Test
    void refusesAnOutputThatIsAFileWithARemedy() {
        sample.claim("one", claim -> {}).text(output, "in the way");

        assertThatThrownBy(report::index)
                .isInstanceOf(ReportProblem.class)
                .hasMessageContaining("cannot be written")
                .hasMessageContaining("Name a folder");
    }

    @Test
    void reportInsideTheRunDirectoryIsNotTakenForAClaim() {
        sample.claim("one", claim -> {});
        RenderedReport inside = new RenderedReport(sample, sample.root().resolve("report"));

        inside.index();

        assertThat(inside.index()).contains("1 of 1 claim came out as claimed").doesNotContain("could not be read");
    }
}
