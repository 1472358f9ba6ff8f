package dev.faultline.harness.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A weakness under faults is only shown when the same run without them is fine. */
class WeaknessControlTest {
    @TempDir
    private Path directory;

    @Test
    void isShownWhenTheFaultsBringItAbout() throws NoSuchMethodException {
        assertThat(report("byTheFaults").status()).isEqualTo(Status.SHOWN);
    }

    @Test
    void isNotShownWhenItIsThereWithoutThem() throws NoSuchMethodException {
        ClaimReport report = report("byItself");

        assertThat(report.status()).isEqualTo(Status.NOT_SHOWN);
        assertThat(report.summary()).contains("seed 1 violates sanity without any fault as well");
    }

    private ClaimReport report(String claim) throws NoSuchMethodException {
        Map<String, String> parameters =
                Map.of("faultline.runtime", "fake", "faultline.directory", directory.toString());
        Settings settings = Settings.from(name -> Optional.ofNullable(parameters.get(name)));
        Spec spec = Spec.of(WeakSpec.class).orElseThrow();
        return new ClaimRunner(settings).run(spec, WeakSpec.class.getDeclaredMethod(claim));
    }
}
