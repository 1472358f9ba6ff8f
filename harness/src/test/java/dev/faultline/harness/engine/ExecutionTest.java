package dev.faultline.harness.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.dynamicTestRegistered;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.skippedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.started;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.faultline.harness.engine.SampleSpecs.GreenSpec;
import dev.faultline.harness.engine.SampleSpecs.InheritingSpec;
import dev.faultline.harness.engine.SampleSpecs.RedSpec;
import dev.faultline.harness.engine.SampleSpecs.SkippedSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class ExecutionTest {
    @TempDir
    Path directory;

    private Kit kit;

    @BeforeEach
    void makeKit() {
        kit = new Kit(directory);
    }

    private Events tests(Class<?> spec) {
        return kit.selecting(selectClass(spec)).execute().testEvents();
    }

    private String failure(Class<?> spec, String method) {
        MethodSelector selector = selectMethod(spec, method);
        Throwable thrown = kit.selecting(selector).execute().testEvents().failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow())
                .findFirst()
                .orElseThrow();
        assertThat(thrown).isInstanceOf(ClaimFailed.class).hasNoCause();
        assertThat(thrown.getStackTrace()).isEmpty();
        return thrown.getMessage();
    }

    @Test
    void passesWhatHeldWhatWasShownAndWhatWasCaught() {
        tests(GreenSpec.class).assertStatistics(stats -> stats.started(4).succeeded(4));
    }

    @Test
    void failsWhatWasViolatedNotShownUndecidedOrSurvived() {
        tests(RedSpec.class)
                .assertStatistics(stats ->
                        stats.started(5).succeeded(0).failed(5).skipped(0).aborted(0));
    }

    @Test
    void runsInheritedClaimsOfAnAbstractSpec() {
        tests(InheritingSpec.class).assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    @Test
    void tellsAllAboutAViolation() {
        assertThat(failure(RedSpec.class, "violated"))
                .contains("VIOLATED: nothing ever goes wrong (sample/red)")
                .contains("claimed:  HOLDS sanity")
                .contains("property: sanity")
                .contains("seed:     4 of 10")
                .contains("because:  It went wrong.")
                .contains("schedule: 1 faults and sessions, of 20 as found")
                .contains("replay:   mvn chaos:replay '-Dchaos.claim=" + RedSpec.class.getName() + "#violated'")
                .contains("-Dchaos.seed=4 '-Dchaos.keep=faults=7;sessions=;nodes=node:1'")
                .contains("report:   "
                        + directory.resolve(RedSpec.class.getName()).resolve("violated"));
    }

    @Test
    void saysThatAWeaknessDidNotShow() {
        assertThat(failure(RedSpec.class, "notShown"))
                .contains("NOT_SHOWN: something goes wrong")
                .contains("claimed:  BREAKS sanity")
                .contains("summary:  The weakness did not show with 10 seeds.");
    }

    @Test
    void failsAnUndecidedClaimWithTheCheckersReason() {
        assertThat(failure(RedSpec.class, "undecided"))
                .contains("UNKNOWN: nothing goes wrong in time")
                .contains("seed:     2 of 10")
                .contains("because:  It took too long.");
    }

    @Test
    void skipsWhatTheRuntimeCannotDo() {
        tests(SkippedSpec.class)
                .assertEventsMatchExactly(
                        event(test("needsClocks"), reported("SKIPPED")),
                        event(test("needsClocks"), fileReported()),
                        event(
                                test("needsClocks"),
                                skippedWithReason(
                                        "Skipped: needs clock skew, which the runtime 'fake' does not have.")));
    }

    @Test
    void registersSeededBugsWhenTheirProviderRuns() {
        kit.selecting(selectMethod(GreenSpec.class, "bugs"))
                .execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(1, event(dynamicTestRegistered("bug:forgetful")))
                .haveExactly(1, event(dynamicTestRegistered("bug:hasty")))
                .haveExactly(1, event(test("bug:hasty"), finishedSuccessfully()))
                .haveExactly(1, event(container("bugs:bugs"), finishedSuccessfully()));
    }

    @Test
    void saysHowASeededBugGotAway() {
        kit.selecting(selectMethod(RedSpec.class, "bugs"))
                .execute()
                .testEvents()
                .failed()
                .assertThatEvents()
                .haveExactly(
                        1, failed("bug:elusive", "SURVIVED: seeded bug elusive (sample/red): does something wrong"))
                .haveExactly(1, failed("bug:elusive", "The wrong program kept the property to the end of the script."))
                .haveExactly(1, failed("bug:framed", "The witness convicts the correct program too"));
    }

    private static Condition<Event> failed(String id, String text) {
        return event(test(id), finishedWithFailure(instanceOf(ClaimFailed.class), message(it -> it.contains(text))));
    }

    private static Condition<Event> reported(String status) {
        return new Condition<>(
                event -> event.getPayload(ReportEntry.class)
                        .filter(entry -> status.equals(entry.getKeyValuePairs().get("status")))
                        .isPresent(),
                "reports %s",
                status);
    }

    private static Condition<Event> fileReported() {
        return new Condition<>(
                event -> event.getPayload(FileEntry.class)
                        .filter(entry -> Files.exists(entry.getPath()))
                        .isPresent(),
                "publishes a file that exists");
    }

    @Test
    void publishesWhatCameOutAndWhereItIsWritten() {
        Events events =
                kit.selecting(selectMethod(GreenSpec.class, "shown")).execute().testEvents();
        Map<String, String> entry = events.reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .findFirst()
                .orElseThrow();
        assertThat(entry)
                .containsEntry("status", "SHOWN")
                .containsEntry("system", "sample/green")
                .containsEntry("seeds", "3")
                .containsKeys("summary", "millis");
        assertThat(Path.of(entry.get("report")))
                .isAbsolute()
                .hasFileName("claim.json")
                .exists();
        events.assertThatEvents().haveExactly(1, event(test("shown"), fileReported()));
    }

    @Test
    void writesAReplayBesideTheClaimsReport() {
        kit.selecting(selectMethod(RedSpec.class, "violated"))
                .configurationParameter("faultline.seed", "4")
                .configurationParameter("faultline.keep", "faults=7;sessions=")
                .execute()
                .testEvents()
                .failed()
                .assertThatEvents()
                .haveExactly(1, failed("claim:violated", "schedule: 1 faults and sessions, of 1 as found"));
        assertThat(directory.resolve(RedSpec.class.getName()).resolve("violated"))
                .isDirectoryContaining("glob:**/replay.json")
                .isDirectoryNotContaining("glob:**/claim.json");
    }

    @Test
    void skipsEverythingAfterACancellation() {
        CancellationToken token = CancellationToken.create();
        token.cancel();
        kit.selecting(selectClass(GreenSpec.class), selectClass(RedSpec.class))
                .cancellationToken(token)
                .execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(2, event(skippedWithReason("Execution cancelled")))
                .haveExactly(1, event(started()));
    }

    @Test
    void skipsTheClaimsAfterTheOneThatRunsWhenItIsCancelled() {
        SampleSpecs.CancellingSpec.token = CancellationToken.create();
        kit.selecting(selectClass(SampleSpecs.CancellingSpec.class))
                .cancellationToken(SampleSpecs.CancellingSpec.token)
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(test("claim:first"), finishedSuccessfully()))
                .haveExactly(1, event(test("claim:second"), skippedWithReason("Execution cancelled")))
                .haveExactly(1, event(started()));
    }

    @Test
    void failsTheEngineForAMistakeInTheSettings() {
        kit.selecting(selectClass(GreenSpec.class))
                .configurationParameter("faultline.seeds", "abc")
                .execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                container("engine:faultline"),
                                finishedWithFailure(
                                        instanceOf(ClaimFailed.class),
                                        message(it -> it.startsWith("faultline.seeds is 'abc', and must be")))))
                .haveExactly(0, event(test()));
    }

    @Test
    void failsTheEngineWithoutTheRuntime() {
        kit.selecting(selectClass(GreenSpec.class))
                .configurationParameter("faultline.runtime", "moon")
                .execute()
                .containerEvents()
                .failed()
                .assertEventsMatchExactly(event(
                        container("engine:faultline"),
                        finishedWithFailure(
                                message(it -> it.startsWith("There is no runtime named 'moon' on the class path")
                                        && it.contains("[fake, unscripted]")))));
    }

    @Test
    void ignoresTheSettingsWhereThereIsNoSpec() {
        kit.selecting(selectClass(SampleSpecs.NoSpec.class))
                .configurationParameter("faultline.seeds", "abc")
                .execute()
                .containerEvents()
                .failed()
                .assertEventsMatchExactly();
    }

    @Test
    void failsSeededBugsWhereNoScriptCanBePlayed() {
        kit.selecting(selectMethod(GreenSpec.class, "bugs"))
                .configurationParameter("faultline.runtime", "unscripted")
                .execute()
                .testEvents()
                .failed()
                .assertThatEvents()
                .haveExactly(
                        2,
                        event(finishedWithFailure(
                                instanceOf(ClaimFailed.class),
                                message(it -> it.contains("'unscripted' cannot follow a script")))));
    }
}
