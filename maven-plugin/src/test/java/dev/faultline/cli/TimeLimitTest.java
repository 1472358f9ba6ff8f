package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TimeLimitTest {
    private final TimeLimit limit = new TimeLimit();

    @Test
    void hasANumberAndAUnit() {
        assertThat(limit.convert("500ms")).isEqualTo(Duration.ofMillis(500));
        assertThat(limit.convert("30s")).isEqualTo(Duration.ofSeconds(30));
        assertThat(limit.convert("5m")).isEqualTo(Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "s", "-1s", "0s", "1h", "99999999999s", ""})
    void refusesEverythingElse(String text) {
        assertThatThrownBy(() -> limit.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("is no time limit", "30s");
    }
}
