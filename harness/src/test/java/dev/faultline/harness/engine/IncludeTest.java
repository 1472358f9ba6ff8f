package dev.faultline.harness.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.test;

import dev.faultline.harness.engine.SampleSpecs.GreenSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineTestKit;

class IncludeTest {
    private static final String GREEN = "dev.faultline.harness.engine.SampleSpecs$GreenSpec";

    @TempDir
    Path directory;

    private EngineTestKit.Builder including(String glob) {
        return new Kit(directory)
                .selecting(selectClass(SampleSpecs.class))
                .configurationParameter("faultline.include", glob);
    }

    private List<String> found(String glob) {
        return including(glob).discover().getEngineDescriptor().getDescendants().stream()
                .filter(descriptor -> descriptor instanceof PartDescriptor)
                .map(TestDescriptor::getUniqueId)
                .map(id -> id.getSegments().get(1).getValue().replaceAll(".*\\$", "") + "/"
                        + id.getLastSegment().getValue())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample/green", "*/green", "sample/gr*"})
    void matchesTheSystem(String glob) {
        assertThat(found(glob)).containsExactly("GreenSpec/held", "GreenSpec/shown", "GreenSpec/bugs");
    }

    @ParameterizedTest
    @ValueSource(strings = {GREEN, "GreenSpec", "*GreenSpec", "Green*"})
    void matchesTheClass(String glob) {
        assertThat(found(glob)).contains("GreenSpec/held", "GreenSpec/shown").doesNotContain("RedSpec/violated");
    }

    @ParameterizedTest
    @ValueSource(strings = {GREEN + "#held", "*#held", "*GreenSpec#h*"})
    void matchesTheClaim(String glob) {
        assertThat(found(glob)).containsExactly("GreenSpec/held");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hasty", "h*y", GREEN + "@hasty", "*@hasty"})
    void matchesTheSeededBug(String glob) {
        including(glob)
                .execute()
                .testEvents()
                .finished()
                .assertEventsMatchExactly(event(test("bug:hasty"), finishedSuccessfully()));
    }

    @Test
    void takesDotsInANameLiterally() {
        assertThat(found("sample.green")).doesNotContain("GreenSpec/held");
        assertThat(found(GREEN.replace('.', '_') + "#held")).isEmpty();
    }

    @Test
    void findsEverythingWhenItIsBlank() {
        assertThat(found(" "))
                .contains("GreenSpec/held", "RedSpec/violated", "RedSpec/bugs", "SkippedSpec/needsClocks");
    }

    @Test
    void leavesOutSpecsInWhichNothingMatches() {
        assertThat(including("*#held").discover().getEngineDescriptor().getChildren())
                .singleElement()
                .isInstanceOfSatisfying(
                        SpecDescriptor.class,
                        spec -> assertThat(spec.spec().type()).isEqualTo(GreenSpec.class));
    }
}
