package dev.faultline.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.junit.jupiter.api.Test;

class ForkClassPathTest {
    private static Artifact artifact(String group, String name, String version) {
        Artifact artifact =
                new DefaultArtifact(group, name, version, "test", "jar", "", new DefaultArtifactHandler("jar"));
        artifact.setFile(new File(name + "-" + version + ".jar"));
        return artifact;
    }

    private static final Artifact OLD_HARNESS = artifact("dev.faultline", "harness", "1");
    private static final Artifact NEW_HARNESS = artifact("dev.faultline", "harness", "2");
    private static final Artifact PICOCLI = artifact("info.picocli", "picocli", "4");
    private static final Artifact OLD_PLATFORM = artifact("org.junit.platform", "junit-platform-engine", "1");
    private static final Artifact NEW_PLATFORM = artifact("org.junit.platform", "junit-platform-engine", "6");
    private static final Artifact REFERENCE = artifact("dev.faultline", "reference-impls", "2");

    @Test
    void theProjectsComeFirstAndNothingComesTwice() {
        assertThat(ForkClassPath.of(
                        List.of("classes", "harness-1.jar"), List.of(OLD_HARNESS), List.of(NEW_HARNESS, PICOCLI)))
                .containsExactly("classes", "harness-1.jar", "picocli-4.jar");
    }

    @Test
    void thePlatformIsThePlugins() {
        assertThat(ForkClassPath.of(
                        List.of("junit-platform-engine-1.jar", "classes"),
                        List.of(OLD_PLATFORM),
                        List.of(NEW_PLATFORM)))
                .containsExactly("classes", "junit-platform-engine-6.jar");
    }

    @Test
    void theSpecsOfTheKitStayOut() {
        assertThat(ForkClassPath.of(List.of("classes"), List.of(), List.of(REFERENCE)))
                .containsExactly("classes");
    }
}
