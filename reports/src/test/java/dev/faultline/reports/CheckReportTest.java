package dev.faultline.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckReportTest {
    @TempDir
    private Path folder;

    private final CheckReport report = new CheckReport();

    private static Event event(int index, EventType type, int process, String f, Object value) {
        return new Event(index, 0, type, process, f, value, null, null);
    }

    /** So many writes one after the other, and a read of the one before the last. */
    private static History staleRead(int writes) {
        List<Event> events = new ArrayList<>();
        for (long value = 1; value <= writes; value++) {
            events.add(event(events.size(), EventType.INVOKE, 0, "write", value));
            events.add(event(events.size(), EventType.OK, 0, "write", value));
        }
        events.add(event(events.size(), EventType.INVOKE, 1, "read", null));
        events.add(event(events.size(), EventType.OK, 1, "read", writes - 1L));
        return History.of(events);
    }

    private static CheckResult invalid(History history, Map<String, Object> details) {
        int size = history.events().size();
        return new CheckResult(Verdict.INVALID, "<b> & co", history.events().subList(size - 2, size), details);
    }

    private String page(History history, CheckResult result) {
        report.add("some.edn", "linearizable", history, result, Duration.ofMillis(12));
        return written();
    }

    private String written() {
        Path output = folder.resolve("new folder/out.html");
        report.write(output);
        try {
            return Files.readString(output);
        } catch (IOException cause) {
            throw new AssertionError(cause);
        }
    }

    @Test
    void everythingIsInOneFile() {
        assertThat(page(staleRead(3), CheckResult.valid()))
                .contains("VALID", "<style>", "--green:", "function timeline")
                .doesNotContain("src=", "rel=\"stylesheet\"");
    }

    @Test
    void violationShowsItsReasonEscapedItsEventsAndWhereTheyLie() {
        History history = staleRead(3);

        assertThat(page(history, invalid(history, Map.of())))
                .contains(
                        "INVALID", "&lt;b&gt; &amp; co", "event 7", "process 1: read 2 is ok", "class=\"bar ok proof\"")
                .doesNotContain("are not shown");
    }

    @Test
    void longHistoryIsCutToWhatSurroundsTheEvidence() {
        History history = staleRead(1_000);

        String page = page(history, invalid(history, Map.of()));

        assertThat(page.split("class=\"bar", -1)).hasSize(122);
        assertThat(page).contains("880 other operations of the history are not shown", "1001");
    }

    @Test
    void detailsOfAnyCheckerAreArranged() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("configurations", 17);
        details.put("attempts", List.of(Map.of("why", "4 is there"), Map.of("why", "5 is there")));
        details.put("partialLinearization", IntStream.range(0, 50).boxed().toList());
        History history = staleRead(3);

        assertThat(page(history, invalid(history, details)))
                .contains("<dt>configurations</dt><dd>17</dd>", "<h3>attempts</h3>", "<td>5 is there</td>")
                .contains("<summary>partial linearization (50)</summary>");
    }

    @Test
    void manyHistoriesBeginWithATableOfVerdicts() {
        report.add("a.edn", "linearizable", staleRead(2), CheckResult.valid(), Duration.ZERO);
        report.add("b.edn", "linearizable", staleRead(2), CheckResult.unknown("too long"), Duration.ZERO);

        assertThat(written()).contains("2 judged histories", "href=\"#check-2\"", "UNKNOWN", "too long");
    }

    @Test
    void refusesAFileThatCannotBeWritten() {
        report.add("a.edn", "linearizable", staleRead(2), CheckResult.valid(), Duration.ZERO);

        assertThatThrownBy(() -> report.write(folder))
                .isInstanceOf(ReportProblem.class)
                .hasMessageContaining("cannot be written", "Name a file");
    }
}
