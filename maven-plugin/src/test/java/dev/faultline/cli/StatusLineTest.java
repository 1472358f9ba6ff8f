package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusLineTest {

    @Test
    void tellsSpeedAndTimeLeft() {
        String text = StatusLine.text(3, 12, 300, Duration.ofSeconds(6).toNanos(), "one at a time");

        assertThat(text).endsWith(" 3/12 done, 50 seeds/s, about 18 s left, 6 s so far: one at a time");
    }

    @Test
    void knowsNoSpeedBeforeAnythingIsDone() {
        assertThat(StatusLine.text(0, 12, 0, Duration.ofSeconds(6).toNanos(), "x"))
                .endsWith(" 0/12 done, 6 s so far: x");
    }

    @Test
    void movesEvenWhenNothingIsDone() {
        long second = Duration.ofSeconds(1).toNanos();
        long moment = Duration.ofMillis(200).toNanos();

        assertThat(StatusLine.text(0, 1, 0, second, "x")).isNotEqualTo(StatusLine.text(0, 1, 0, second + moment, "x"));
    }
}
