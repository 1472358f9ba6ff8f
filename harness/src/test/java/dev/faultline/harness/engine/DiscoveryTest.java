package dev.faultline.harness.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.excludeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.uniqueId;

import dev.faultline.harness.engine.SampleSpecs.GreenSpec;
import dev.faultline.harness.engine.SampleSpecs.InheritingSpec;
import dev.faultline.harness.engine.SampleSpecs.RedSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineTestKit;

class DiscoveryTest {
    private static final String GREEN = "[engine:faultline]/[spec:" + GreenSpec.class.getName() + "]";
    private static final String RED = "[engine:faultline]/[spec:" + RedSpec.class.getName() + "]";

    @TempDir
    Path directory;

    private Kit kit;

    @BeforeEach
    void makeKit() {
        kit = new Kit(directory);
    }

    private static List<String> ids(EngineTestKit.Builder request) {
        return request.discover().getEngineDescriptor().getDescendants().stream()
                .map(TestDescriptor::getUniqueId)
                .map(UniqueId::toString)
                .toList();
    }

    private static TestDescriptor only(EngineTestKit.Builder request, String id) {
        return request.discover()
                .getEngineDescriptor()
                .findByUniqueId(UniqueId.parse(id))
                .orElseThrow();
    }

    @Test
    void findsTheClaimsAndBugsOfAClass() {
        assertThat(ids(kit.selecting(selectClass(GreenSpec.class))))
                .containsExactly(GREEN, GREEN + "/[claim:held]", GREEN + "/[claim:shown]", GREEN + "/[bugs:bugs]");
    }

    @Test
    void namesASpecAfterItsSystem() {
        TestDescriptor spec = only(kit.selecting(selectClass(GreenSpec.class)), GREEN);
        assertThat(spec.getDisplayName()).isEqualTo("sample/green");
        assertThat(spec.isContainer()).isTrue();
        assertThat(spec.getSource()).contains(ClassSource.from(GreenSpec.class));
    }

    @Test
    void namesAClaimAfterItsSentence() throws NoSuchMethodException {
        TestDescriptor claim = only(kit.selecting(selectClass(GreenSpec.class)), GREEN + "/[claim:held]");
        assertThat(claim.getDisplayName()).isEqualTo("nothing goes wrong");
        assertThat(claim.isTest()).isTrue();
        assertThat(claim.getSource()).contains(MethodSource.from(GreenSpec.class.getDeclaredMethod("held")));
        assertThat(claim.getTags()).containsExactly(TestTag.create("safety"));
    }

    @Test
    void tagsSeededBugs() {
        TestDescriptor bugs = only(kit.selecting(selectClass(GreenSpec.class)), GREEN + "/[bugs:bugs]");
        assertThat(bugs.getTags()).containsExactly(TestTag.create("seeded-bug"));
        assertThat(bugs.mayRegisterTests()).isTrue();
    }

    @Test
    void findsNothingInOtherAndInAbstractClasses() {
        assertThat(ids(kit.selecting(selectClass(SampleSpecs.NoSpec.class), selectClass(SampleSpecs.Contract.class))))
                .isEmpty();
    }

    @Test
    void findsInheritedClaimsUnderTheSubclass() {
        String spec = "[engine:faultline]/[spec:" + InheritingSpec.class.getName() + "]";
        assertThat(ids(kit.selecting(selectClass(InheritingSpec.class)))).containsExactly(spec, spec + "/[claim:kept]");
    }

    @Test
    void findsSpecsInsideAClass() {
        assertThat(ids(kit.selecting(selectClass(SampleSpecs.class)))).contains(GREEN, RED);
    }

    @Test
    void findsOneClaimByItsMethod() {
        assertThat(ids(kit.selecting(selectMethod(GreenSpec.class, "shown"))))
                .containsExactly(GREEN, GREEN + "/[claim:shown]");
    }

    @Test
    void findsSpecsOfAPackage() {
        assertThat(ids(kit.selecting(selectPackage(GreenSpec.class.getPackageName()))))
                .contains(GREEN, RED)
                .doesNotHaveDuplicates();
    }

    @Test
    void findsSpecsOfAClassPathRoot() throws Exception {
        Path root = Path.of(GreenSpec.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        assertThat(ids(kit.selecting(selectClasspathRoots(Set.of(root)).get(0))))
                .contains(GREEN, RED);
    }

    @Test
    void findsEverythingAgainByItsUniqueId() {
        for (String id : ids(kit.selecting(selectClass(GreenSpec.class)))) {
            assertThat(ids(kit.selecting(selectUniqueId(id)))).contains(id);
        }
        assertThat(ids(kit.selecting(selectUniqueId(GREEN + "/[claim:held]")))).hasSize(2);
    }

    @Test
    void runsOneSeededBugByItsUniqueId() {
        String hasty = GREEN + "/[bugs:bugs]/[bug:hasty]";
        kit.selecting(selectUniqueId(hasty))
                .execute()
                .testEvents()
                .finished()
                .assertEventsMatchExactly(event(uniqueId(hasty), finishedSuccessfully()));
    }

    @Test
    void runsEveryBugWhenOneOfThemAndAllOfThemAreSelected() {
        kit.selecting(selectUniqueId(GREEN + "/[bugs:bugs]/[bug:hasty]"), selectUniqueId(GREEN + "/[bugs:bugs]"))
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(2));
    }

    @Test
    void doesNotKnowTheUniqueIdOfWhatIsNotThere() {
        for (String id : List.of(
                "[engine:faultline]/[spec:no.Such]",
                "[engine:faultline]/[class:" + GreenSpec.class.getName() + "]",
                GREEN + "/[claim:none]",
                GREEN + "/[bugs:held]",
                GREEN + "/[claim:held]/[bug:hasty]")) {
            assertThat(ids(kit.selecting(selectUniqueId(id)))).isEmpty();
            assertThat(kit.selecting(selectUniqueId(id)).discover().getDiscoveryIssues())
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.message()).contains("could not be resolved"));
        }
    }

    @Test
    void leavesOutClassesThatAFilterExcludes() {
        assertThat(ids(kit.selecting(selectClass(SampleSpecs.class)).filters(excludeClassNamePatterns(".*Red.*"))))
                .contains(GREEN)
                .doesNotContain(RED);
    }

    @Test
    void leavesOutClaimsThatATagFilterExcludes() {
        assertThat(ids(kit.selecting(selectClass(GreenSpec.class)).filters(TagFilter.includeTags("safety"))))
                .containsExactly(GREEN, GREEN + "/[claim:held]");
        assertThat(ids(kit.selecting(selectClass(GreenSpec.class)).filters(TagFilter.includeTags("seeded-bug"))))
                .containsExactly(GREEN, GREEN + "/[bugs:bugs]");
    }
}
