package dev.faultline.harness.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.engine;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;

class SpecIssuesTest {
    @TempDir
    Path directory;

    private EngineTestKit.Builder selecting(Class<?> spec) {
        return new Kit(directory).selecting(selectClass(spec));
    }

    private List<DiscoveryIssue> issues(Class<?> spec) {
        return selecting(spec).discover().getDiscoveryIssues();
    }

    static Stream<Arguments> unusable() {
        return Stream.of(
                Arguments.of(
                        BrokenSpecs.PrivateConstructor.class,
                        "The constructor of " + BrokenSpecs.PrivateConstructor.class.getName() + " is private."),
                Arguments.of(BrokenSpecs.Inner.class, "has no constructor without parameters, or is an inner class."),
                Arguments.of(BrokenSpecs.Parameters.class, "#claim has parameters, and must have none."),
                Arguments.of(
                        BrokenSpecs.ReturnsSomethingElse.class, "#claim returns String, and must return Scenario."),
                Arguments.of(BrokenSpecs.SameNameTwice.class, "#claim is there more than once."));
    }

    static Stream<Arguments> unusableWhenRun() {
        return Stream.of(
                Arguments.of(BrokenSpecs.ReturnsNull.class, "#claim returned null, and must return a Scenario."),
                Arguments.of(
                        BrokenSpecs.Throws.class, "#claim threw IllegalStateException: The disk is full. There is no"),
                Arguments.of(
                        BrokenSpecs.BugsThatAreNone.class, "#bugs gave a bug, and must give SeededBug values only."),
                Arguments.of(BrokenSpecs.SameBugTwice.class, "#bugs gave two bugs named 'twin'."));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void reportsASpecThatCannotRunAsAnError(Class<?> spec, String rule) {
        assertThat(issues(spec)).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Severity.ERROR);
            assertThat(issue.message()).contains(rule);
            assertThat(issue.source()).isPresent();
        });
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void failsTheEngineForASpecThatCannotRun(Class<?> spec, String rule) {
        selecting(spec)
                .execute()
                .allEvents()
                .failed()
                .assertEventsMatchExactly(event(engine(), finishedWithFailure(message(text -> text.contains(rule)))));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void keepsTheClaimsOfASpecThatCannotRunInTheTree(Class<?> spec, String rule) {
        assertThat(selecting(spec).discover().getEngineDescriptor().getDescendants())
                .as(rule)
                .filteredOn(TestDescriptor::isTest)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("unusableWhenRun")
    void failsASpecThatTurnsOutToBeUnusable(Class<?> spec, String rule) {
        selecting(spec)
                .execute()
                .allEvents()
                .failed()
                .assertEventsMatchExactly(event(
                        finishedWithFailure(instanceOf(ClaimFailed.class), message(text -> text.contains(rule)))));
    }

    @Test
    void warnsOfABlankSentenceAndShowsTheMethodsName() {
        assertThat(issues(BrokenSpecs.BlankSentence.class)).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Severity.WARNING);
            assertThat(issue.message()).contains("BlankSentence#claim has a blank @Claim.");
        });
        assertThat(selecting(BrokenSpecs.BlankSentence.class)
                        .discover()
                        .getEngineDescriptor()
                        .getDescendants())
                .anyMatch(descriptor -> descriptor.getDisplayName().equals("claim"));
    }

    @Test
    void warnsOfAnInvalidTag() {
        assertThat(issues(BrokenSpecs.InvalidTag.class)).singleElement().satisfies(issue -> {
            assertThat(issue.severity()).isEqualTo(Severity.WARNING);
            assertThat(issue.message()).contains("InvalidTag#claim has the tag 'two words'");
        });
    }

    @Test
    void acceptsPrivateAndStaticMethods() {
        assertThat(issues(BrokenSpecs.PrivateAndStatic.class)).isEmpty();
        selecting(BrokenSpecs.PrivateAndStatic.class)
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2));
    }
}
