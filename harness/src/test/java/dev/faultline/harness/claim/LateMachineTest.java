package dev.faultline.harness.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a late machine did is not held against a system, nor for it. */
class LateMachineTest {
    @TempDir
    private Path directory;

    @Test
    void isHeldByTheSeedsThatCount() throws NoSuchMethodException {
        ClaimReport report = report("inTime");

        assertThat(report.status()).isEqualTo(Status.HELD);
        assertThat(report.summary())
                .isEqualTo(
                        "No violation with 2 seeds. 1 more run does not count, because the machine did not keep up.");
        assertThat(report.sample()).isEqualTo("fake-2");
    }

    @Test
    void isUnknownWhenNoneCounts() throws NoSuchMethodException {
        ClaimReport report = report("neverInTime");

        assertThat(report.status()).isEqualTo(Status.UNKNOWN);
        assertThat(report.status().isGreen()).isFalse();
        assertThat(report.summary())
                .contains("seed 1", "The machine did not keep up: n1 was asleep", "It went wrong.")
                .contains("5 more runs do not count");
    }

    private ClaimReport report(String claim) throws NoSuchMethodException {
        Map<String, String> parameters = Map.of(
                "faultline.runtime", "fake", "faultline.seeds", "2", "faultline.directory", directory.toString());
        Settings settings = Settings.from(name -> Optional.ofNullable(parameters.get(name)));
        Spec spec = Spec.of(WeakSpec.class).orElseThrow();
        return new ClaimRunner(settings).run(spec, WeakSpec.class.getDeclaredMethod(claim));
    }
}
