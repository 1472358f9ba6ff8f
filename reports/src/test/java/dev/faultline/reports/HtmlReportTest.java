package dev.faultline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
    private static final String ATTACK = "<script>alert('x')</script>\" onload=\"y&";

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

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    @Test
    void indexCountsWhatTheFilesSay() {
        sample.claim("one", claim -> {})
                .claim("two", claim -> claim.put("status", "SHOWN"))
                .violatedClaim("three")
                .bug("caught", bug -> {})
                .bug("survived", bug -> bug.put("status", "SURVIVED"));

        String index = report.index();

        assertThat(index).contains("2 of 3 claims came out as claimed: 1 violated, 1 held, 1 shown.");
        assertThat(index).contains("1 of 2 seeded bugs caught; random sweeps find 0 of them.");
        assertThat(index).contains(">2/3<").contains(">1/2<");
        assertThat(index)
                .contains("<dd>17.0.1</dd>")
                .contains("<dd>simulation</dd>")
                .contains("<dd>3.8 s</dd>");
    }

    @Test
    void listsRedBeforeGreen() {
        sample.claim("a", claim -> claim.put("system", "a-green"))
                .violatedClaim("b")
                .claim("c", claim -> {});

        String index = report.index();

        assertThat(index.indexOf("<th scope=\"row\">mutex/sample"))
                .isLessThan(index.indexOf("<th scope=\"row\">a-green"));
        String matrix = index.substring(index.indexOf("class=\"matrix\""));
        assertThat(matrix.indexOf("the title of b")).isLessThan(matrix.indexOf("the title of c"));
    }

    @Test
    void skippedAndUnknownAreNeverShownAsPassed() {
        String reason = "Skipped: needs clock skew, which the runtime does not have.";
        sample.claim("skipped", claim -> {
                    claim.put("status", "SKIPPED");
                    claim.put("summary", reason);
                })
                .claim("unknown", claim -> {
                    claim.put("status", "UNKNOWN");
                    claim.put("summary", "Undecided: out of memory.");
                });

        String index = report.index();

        assertThat(index).contains("0 of 2 claims came out as claimed: 1 undecided, 1 skipped.");
        assertThat(index).contains(reason).contains("Undecided: out of memory.").contains(">0/2<");
        assertThat(index.substring(0, index.indexOf("What the marks mean")))
                .doesNotContain("✓")
                .doesNotContain("green");
        assertThat(report.claimPage("skipped")).contains(reason).doesNotContain("✓");
        assertThat(report.claimPage("unknown")).contains("undecided").doesNotContain("✓");
    }

    @Test
    void claimPageSaysWhatClaimJsonSays() {
        sample.violatedClaim("three");

        String page = report.claimPage("three");

        assertThat(page)
                .contains("the title of three")
                .contains("HOLDS")
                .contains("Seed 7 violates mutual-exclusion: n1 and n2 both hold r1.")
                .contains("<dd>delay, pause</dd>")
                .contains("<dd>node×5</dd>")
                .contains("<dd>5 clients, 77 critical sections</dd>")
                .contains("<dd>7 of 100 planned</dd>")
                .contains("Shrunk from 97 to 3 faults and sessions in 41 runs; the shrunk run shows it after 4 steps.")
                .contains("n3 and n4 both hold r1.")
                .contains("mvn chaos:replay &#39;-Dchaos.claim&#x3D;" + Sample.SPEC + "#x&#39; -Dchaos.seed&#x3D;7");
    }

    @Test
    void tellsTheCounterexampleStepByStep() {
        sample.violatedClaim("three");

        assertThat(report.claimPage("three"))
                .contains("step 4</span><span class=\"time\">20 ms</span>")
                .contains("n2 receives LockRequest(clock 1) from n1")
                .contains("sends HeartBeat to n2, which is lost")
                .contains("process 1: acquire r1 is ok <strong class=\"tag\">evidence</strong>")
                .contains("<th scope=\"row\">clock</th><td class=\"before\">0</td><td class=\"after\">1</td>")
                .contains("fault: pause n2");
    }

    @Test
    void tellsTheLongestTimeThatTheMachineDidNotKeepUp() {
        sample.violatedClaim("three");

        assertThat(report.claimPage("three")).contains("<dd>180 ms, of n2, at 90 ms: the machine did not keep up</dd>");
    }

    @Test
    void showsMeasuresBesideTheFormula() {
        sample.claim("measured", claim -> {
            Map<String, Object> figure = new LinkedHashMap<>();
            figure.put("name", "messages per entry");
            figure.put("unit", "ms");
            figure.put("formula", "2(n−1) = 8");
            figure.put("runs", 30);
            figure.put("mean", 8.25);
            figure.put("min", 8.0);
            figure.put("max", 9.5);
            claim.put("measures", List.of(figure));
        });

        assertThat(report.claimPage("measured"))
                .contains("messages per entry")
                .contains(">8.25 ms<")
                .contains(">8 to 9.5 ms<")
                .contains(">30<")
                .contains("2(n−1) &#x3D; 8");
    }

    @Test
    void bugPageSaysWhatBugJsonSays() {
        sample.bug("forgetful", bug -> {
            Map<String, Object> sweep = new LinkedHashMap<>();
            sweep.put("caught", true);
            sweep.put("claim", "exclusion");
            sweep.put("seeds", 7);
            sweep.put("decisive", Sample.decisive());
            bug.put("sweep", sweep);
        });
        sample.run(sample.bugDirectory("forgetful").resolve("simulation-7"), 7L);
        sample.run(sample.bugDirectory("forgetful").resolve("simulation-7-shrunk"), 7L);

        String page = report.bugPage("forgetful");

        assertThat(page)
                .contains("A node forgets what it promised.")
                .contains("In 14 moves the wrong program violates mutual-exclusion.")
                .contains("Both n1 and n2 hold r1.")
                .contains("it leaves the script at move 9 n2 sent nothing.")
                .contains("Of random schedules, seed 7 of the claim exclusion convicts it.")
                .contains("id=\"witness-0\"")
                .contains("id=\"shrunk-0\"");
        assertThat(report.index()).contains("random sweeps find 1 of them.");
    }

    @Test
    void bugWithoutWitnessAndRunThatWasNotShrunkAreShownOnce() {
        sample.bug("forgetful", bug -> {
            Map<String, Object> decisive = new LinkedHashMap<>(Sample.decisive());
            decisive.put("shrunkRun", decisive.get("run"));
            bug.put("witness", null);
            bug.put("sweep", Map.of("caught", true, "claim", "exclusion", "seeds", 7, "decisive", decisive));
        });
        sample.run(sample.bugDirectory("forgetful").resolve("simulation-7"), 7L);

        assertThat(report.bugPage("forgetful"))
                .contains("seed 7 of the claim exclusion convicts it.")
                .contains("id=\"shrunk-0\"")
                .doesNotContain("A scripted schedule")
                .doesNotContain("as it was found");
    }

    @Test
    void bugWithoutSweepSaysSo() {
        sample.bug("forgetful", bug -> {});

        assertThat(report.bugPage("forgetful")).contains("There was no sweep");
    }

    @Test
    void nothingInAFileBreaksOutOfThePage() throws IOException {
        sample.violatedClaim("three").claim("three", claim -> {
            claim.put("title", ATTACK);
            claim.put("summary", ATTACK);
            claim.put("status", "VIOLATED");
            claim.put("decisive", Sample.decisive());
        });
        sample.bug("evil", bug -> bug.put("description", ATTACK));
        Path run = sample.claimDirectory("three").resolve("simulation-7-shrunk");
        sample.history(
                run,
                List.of(
                        Sample.event(0, 5, EventType.INVOKE, 0, ATTACK, ATTACK),
                        Sample.event(1, 9, EventType.OK, 0, ATTACK, ATTACK)));
        sample.history(
                sample.claimDirectory("three").resolve("simulation-7"),
                List.of(
                        Sample.event(0, 5, EventType.INVOKE, 0, ATTACK, ATTACK),
                        Sample.event(1, 9, EventType.OK, 0, ATTACK, ATTACK)));
        sample.json(
                run.resolve("trace.jsonl"),
                Map.of("step", 1, "time", 3, "kind", "timeout", "node", "n1", "what", ATTACK));

        report.index();

        assertThat(pages()).hasSize(3).allSatisfy(page -> assertThat(RenderedReport.read(page))
                .doesNotContain("<script>alert")
                .doesNotContain("\" onload=\""));
        assertThat(report.claimPage("three")).contains("&lt;script&gt;alert(");
    }

    @Test
    void openingAPageAsksNobodyElseForAnything() throws IOException {
        sample.violatedClaim("three").bug("forgetful", bug -> {});
        report.index();

        List<String> outside = new ArrayList<>();
        for (Path page : pages()) {
            Matcher links = Pattern.compile("(?:src|href)=\"([^\"#]*)[\"#]").matcher(RenderedReport.read(page));
            while (links.find()) {
                String link = links.group(1);
                boolean isHere = link.isEmpty()
                        || link.equals("data:,")
                        || Files.exists(page.resolveSibling(link.replace("%20", " ")));
                if (!isHere) {
                    outside.add(link);
                }
            }
        }
        assertThat(outside).isEmpty();
        for (String shared : List.of("report.css", "report.js", "uPlot.min.css")) {
            assertThat(RenderedReport.read(output.resolve("assets/" + shared)))
                    .doesNotContain("http:")
                    .doesNotContain("https:")
                    .doesNotContain("@import");
        }
    }

    @Test
    void copiesTheRawFiles() {
        sample.violatedClaim("three");

        String page = report.claimPage("three");

        String run = "runs/" + Sample.SPEC + ".three/simulation-7-shrunk/";
        for (String file : List.of("run.json", "history.edn", "history.jsonl", "trace.jsonl")) {
            assertThat(page).contains("href=\"../" + run + file + "\"");
            assertThat(output.resolve(run + file))
                    .hasSameBinaryContentAs(sample.claimDirectory("three")
                            .resolve("simulation-7-shrunk")
                            .resolve(file));
        }
    }

    @Test
    void withoutCompletedOperationsThereIsNoEmptyChart() {
        sample.claim("idle", claim -> claim.put("sample", "simulation-1"));
        Path run = sample.claimDirectory("idle").resolve("simulation-1");
        sample.run(run, 1L).history(run, Sample.history().subList(0, 2));

        assertThat(report.claimPage("idle"))
                .contains("No operation completed in this run")
                .doesNotContain("data-chart");
    }
}
