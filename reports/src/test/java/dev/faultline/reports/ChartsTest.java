package dev.faultline.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartsTest {
    /** One read after another, the {@code i}-th of which takes {@code i} ms. */
    private static History reads(int count) {
        List<Event> events = new ArrayList<>();
        long time = 0;
        for (int i = 1; i <= count; i++) {
            events.add(Sample.event(events.size(), time, EventType.INVOKE, 0, "read", null));
            time += i * 1_000_000L;
            events.add(Sample.event(events.size(), time, EventType.OK, 0, "read", null));
        }
        return History.of(events);
    }

    @Test
    void percentilesAreThoseOfTheOperations() {
        Charts charts = Charts.of(reads(100), 5_050_000_000L);

        assertThat(charts.completed()).isEqualTo(100);
        assertThat(charts.latencies()).singleElement().satisfies(latency -> {
            assertThat(latency.count()).isEqualTo(100);
            assertThat(Double.parseDouble(latency.p50())).isBetween(49.95, 50.1);
            assertThat(Double.parseDouble(latency.p90())).isBetween(89.9, 90.1);
            assertThat(Double.parseDouble(latency.max())).isBetween(99.9, 100.1);
        });
    }

    @Test
    void throughputCountsCompletions() throws IOException {
        Charts charts = Charts.of(reads(4), 10_000_000L);

        assertThat(charts.bucket()).isEqualTo("0.2 ms");
        assertThat(charts.data()).contains("\"x\":[0.0,1.0,3.0,6.0],\"ys\":[[1.0,2.0,3.0,4.0],[null,null,null,null]");
        JsonNode ok = new JsonMapper().readTree(charts.data()).at("/throughput/ys/0");
        assertThat(IntStream.range(0, ok.size()).filter(i -> ok.get(i).asDouble() > 0))
                .containsExactly(5, 15, 30, 50);
        assertThat(ok.get(5).asDouble()).isEqualTo(5000);
    }

    @Test
    void operationThatNeverCompletesHasNoLatency() {
        History open = History.of(List.of(Sample.event(0, 5, EventType.INVOKE, 0, "read", null)));

        assertThat(Charts.of(open, 100).isEmpty()).isTrue();
    }
}
