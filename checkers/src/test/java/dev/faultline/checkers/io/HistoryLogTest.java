package dev.faultline.checkers.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryLogTest {

    @Test
    void whatWasAddedCanBeReadAtAnyTime(@TempDir Path directory) throws IOException {
        List<Event> events = List.of(
                new Event(0, 5, EventType.INVOKE, 0, "read", Arrays.asList("k1", null), null, "n1"),
                new Event(
                        1,
                        7,
                        EventType.INFO,
                        Event.NEMESIS,
                        "partition",
                        List.of(List.of("n1"), List.of("n2")),
                        null,
                        null),
                new Event(2, 9, EventType.OK, 0, "read", List.of("k1", 3L), null, "n1"));
        try (HistoryLog log = HistoryLog.in(directory)) {
            List<Event> soFar = new ArrayList<>();
            for (Event event : events) {
                log.add(event);
                soFar.add(event);
                assertThat(HistoryFiles.read(directory.resolve("history.edn")).events())
                        .isEqualTo(soFar);
                assertThat(HistoryFiles.read(directory.resolve("history.jsonl")).events())
                        .isEqualTo(soFar);
            }
        }
    }
}
