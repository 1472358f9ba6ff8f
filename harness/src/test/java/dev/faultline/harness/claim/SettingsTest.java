package dev.faultline.harness.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static Settings with(Map<String, String> parameters) {
        return Settings.from(name -> Optional.ofNullable(parameters.get(name)));
    }

    @Test
    void hasDefaults() {
        Settings settings = with(Map.of());
        assertThat(settings.seeds()).isEmpty();
        assertThat(settings.isReplay()).isFalse();
        assertThat(settings.runtime()).isEqualTo("simulation");
        assertThat(settings.directory()).isEqualTo(Path.of("target/chaos"));
        assertThat(settings.parallelism()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(settings.keepAll()).isFalse();
        assertThat(settings.shrinking()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void readsEveryParameter() {
        Settings settings = with(Map.of(
                "faultline.seeds", " 7 ",
                "faultline.seed", "-3",
                "faultline.keep", "faults=;sessions=",
                "faultline.runtime", "moon",
                "faultline.directory", "out",
                "faultline.parallelism", "2",
                "faultline.keepAll", "true",
                "faultline.shrinkSeconds", "1",
                "faultline.replay", "again {claim} {seed} {keep}"));
        assertThat(settings)
                .returns(OptionalInt.of(7), Settings::seeds)
                .returns(true, Settings::isReplay)
                .returns(-3L, it -> it.seed().orElseThrow())
                .returns(Optional.of("faults=;sessions="), Settings::keep)
                .returns("moon", Settings::runtime)
                .returns(Path.of("out"), Settings::directory)
                .returns(2, Settings::parallelism)
                .returns(true, Settings::keepAll)
                .returns(Duration.ofSeconds(1), Settings::shrinking);
        assertThat(settings.replayCommand(ClaimId.claim("a.B", "c"), 5, null)).isEqualTo("again a.B#c 5 ");
        assertThat(settings.replayCommand(ClaimId.bug("a.B", "c"), 5, "k")).isEqualTo("again a.B@c 5 k");
    }

    @ParameterizedTest
    @CsvSource({
        "faultline.seeds, abc, 100",
        "faultline.seeds, 0, 100",
        "faultline.seeds, -5, 100",
        "faultline.seeds, 99999999999, 100",
        "faultline.seeds, 1.5, 100",
        "faultline.shrinkSeconds, soon, 10"
    })
    void refusesWhatIsNotAPositiveWholeNumber(String name, String value, String otherwise) {
        assertThatThrownBy(() -> with(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(name + " is '" + value + "', and must be a whole number of at least 1. Nothing was run."
                        + " Correct it, or leave it out for " + otherwise + ".");
    }

    @Test
    void refusesAParallelismOfNothing() {
        assertThatThrownBy(() -> with(Map.of("faultline.parallelism", "0")))
                .hasMessageContaining("faultline.parallelism is '0', and must be a whole number of at least 1.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seven", "0x10", "99999999999999999999"})
    void refusesASeedThatIsNotAWholeNumber(String value) {
        assertThatThrownBy(() -> with(Map.of("faultline.seed", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("faultline.seed is '" + value + "', and a seed is a whole number.");
    }

    @Test
    void refusesAPartOfNoSeedsSchedule() {
        assertThatThrownBy(() -> with(Map.of("faultline.keep", "faults=;sessions=")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("faultline.keep is given without faultline.seed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "1", "ture", ""})
    void refusesAFlagThatIsNeitherTrueNorFalse(String value) {
        assertThatThrownBy(() -> with(Map.of("faultline.keepAll", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("faultline.keepAll is '" + value + "', and must be true or false.");
    }

    @Test
    void keepsClaimsBugsAndReplaysInPlacesOfTheirOwn() {
        Settings settings = with(Map.of("faultline.directory", "out"));
        Settings replay = with(Map.of("faultline.directory", "out", "faultline.seed", "1"));
        ClaimId claim = ClaimId.claim("a.B", "c");
        assertThat(settings.report(claim)).isEqualTo(Path.of("out/a.B/c/claim.json"));
        assertThat(replay.report(claim)).isEqualTo(Path.of("out/a.B/c/replay.json"));
        assertThat(settings.directory(claim.with("late"))).isEqualTo(Path.of("out/a.B/c@late"));
        assertThat(settings.report(ClaimId.bug("a.B", "late"))).isEqualTo(Path.of("out/a.B/@late/bug.json"));
    }
}
