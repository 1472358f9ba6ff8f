package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GaugeTest {
    @Test
    void lineHasABarTheShareAndTheTime() {
        assertThat(Gauge.text("reading a.edn", 0.5, 4))
                .isEqualTo("[###############---------------] 50 %, 4 s so far: reading a.edn");
        assertThat(Gauge.text("judging a.edn", 0, 2)).startsWith("[------");
        assertThat(Gauge.text("judging a.edn", 1, 9)).startsWith("[##############################] 100 %");
    }
}
