package dev.faultline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static List<TraceLine> sends(int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> new TraceLine(i, i, "send", "n1", "n2", i + 1, null))
                .toList();
    }

    @Test
    void shortTraceIsShownWhole() {
        Window window = Window.endingAt(sends(400), Long.MAX_VALUE);

        assertThat(window.from()).isZero();
        assertThat(window.until()).isEqualTo(400);
        assertThat(window.note()).isEmpty();
    }

    @Test
    void ofALongTraceTheLastMessagesAreShown() {
        Window window = Window.endingAt(sends(1000), Long.MAX_VALUE);

        assertThat(window.from()).isEqualTo(600);
        assertThat(window.until()).isEqualTo(1000);
        assertThat(window.note()).isEqualTo("Only the last 400 messages are shown: 600 others are in trace.jsonl.");
    }

    @Test
    void endsWithTheEvidence() {
        Window window = Window.endingAt(sends(1000), 499);

        assertThat(window.from()).isEqualTo(100);
        assertThat(window.until()).isEqualTo(500);
        assertThat(window.note()).contains("up to the end of the evidence: 600 others");
    }

    @Test
    void beginningShowsTheFirstMessages() {
        Window window = Window.beginning(sends(1000));

        assertThat(window.from()).isZero();
        assertThat(window.until()).isEqualTo(400);
        assertThat(window.note()).startsWith("Only the first 400 messages");
    }
}
