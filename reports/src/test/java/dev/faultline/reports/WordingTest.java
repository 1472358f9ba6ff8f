package dev.faultline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private static Map<String, Object> appendEntries() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("type", "append_entries");
        message.put("term", 3);
        message.put("entries", List.of("x"));
        return message;
    }

    @Test
    void messageHasItsTypeAndFields() {
        assertThat(Wording.message(appendEntries())).isEqualTo("AppendEntries(term 3, entries [x])");
        assertThat(Wording.message(Map.of("type", "release"))).isEqualTo("Release");
    }

    @Test
    void envelopeOfALinkShowsWhatIsInside() {
        Map<String, Object> data = Map.of("type", "data", "incarnation", 1, "sequence", 5, "payload", appendEntries());

        assertThat(Wording.type(data)).isEqualTo("AppendEntries");
        assertThat(Wording.message(data)).isEqualTo("AppendEntries(term 3, entries [x]) as number 5 of the link");
    }

    @Test
    void timerWithoutComponentsIsItsName() {
        assertThat(Wording.timer("Retransmit[]")).isEqualTo("Retransmit");
        assertThat(Wording.timer("Retry[round=3]")).isEqualTo("Retry[round=3]");
    }

    @Test
    void longValueIsCut() {
        assertThat(Wording.value("x".repeat(1000))).hasSize(241).endsWith("…");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 ms", "1000, 0.001 ms", "34200000, 34.2 ms", "200003000, 200.003 ms", "15000000000, 15000 ms"})
    void timeIsInMillisecondsToTheMicrosecond(long nanos, String words) {
        assertThat(Wording.millis(nanos)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "100, 100", "8.25, 8.25", "0.0604, 0.06", "12.346, 12.35", "494.66, 494.7"})
    void numberHasAsManyDigitsAsNeeded(double number, String words) {
        assertThat(Wording.number(number)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"999, 999 ms", "47200, 47.2 s", "125000, 2 min 5 s"})
    void wallTimeGrowsItsUnit(long millis, String words) {
        assertThat(Wording.wallTime(millis)).isEqualTo(words);
    }
}
