package dev.faultline.harness.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.harness.fake.Fakes;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"a.b.CSpec#claim", "CSpec@late-sync", "a.B$Inner#claim@late_sync.2"})
    void readsWhatItWrote(String text) {
        assertThat(ClaimId.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.CSpec", "#claim", "@bug", "a.B#", "a.B#claim#other", "a B#claim", "a.B@bug#claim"})
    void refusesWhatNamesNoClaim(String text) {
        assertThatThrownBy(() -> ClaimId.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' does not name a claim.");
    }

    @Test
    void namesAClaimWithASeededBugInTheSystem() {
        assertThat(ClaimId.claim("a.B", "c").with("late"))
                .hasToString("a.B#c@late")
                .isEqualTo(new ClaimId("a.B", Optional.of("c"), Optional.of("late")));
    }

    @Test
    void refusesASeededBugThatNoIdCouldName() {
        assertThatThrownBy(() -> Fakes.bug("lost update", facts -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The seeded bug 'lost update'")
                .hasMessageContaining("Rename it");
    }
}
