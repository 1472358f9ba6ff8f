package dev.faultline.checkers.io;

import static dev.faultline.checkers.history.Script.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.Meter;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.RandomEvents;
import dev.faultline.checkers.history.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormatsTest {
    private static final int HISTORIES = Integer.getInteger("faultline.oracle.histories", 2_000) / 10;
    private static final Keyword R = new Keyword("r");
    private static final Keyword W = new Keyword("w");
    private static final Keyword APPEND = new Keyword("append");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadBack(Format format) throws IOException {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            History history = History.of(events(format, random));
            Path file = directory.resolve(random.nextBoolean() ? "history" : "history.gz");
            HistoryFiles.write(history, file, format);
            assertThat(HistoryFiles.read(file, format, Meter.SILENT).events())
                    .as("seed %s", seed)
                    .isEqualTo(history.events());
            if (!history.events().isEmpty() && format != Format.ELLE) {
                assertThat(HistoryFiles.guess(file)).isEqualTo(format);
            }
        }
    }

    private static List<Event> events(Format format, Random random) {
        int size = random.nextInt(20);
        return switch (format) {
            case EDN, JSONL -> new RandomEvents(random).history(size);
            case JEPSEN_LOG ->
                new RandomEvents(random)
                        .history(size).stream().map(atPosition()).toList();
            case PORCUPINE_KV -> calls(random, "get", r -> tuple("k" + r.nextInt(3), r.nextBoolean() ? null : "v\"1"));
            case ELLE -> calls(random, "txn", r -> tuple(tuple(APPEND, 1L, 2L), tuple(R, "y", tuple(1L, 2L))));
            case PLUME -> transactions(random, size);
        };
    }

    /** Drops what the format does not hold. */
    private static Function<Event, Event> atPosition() {
        int[] next = {0};
        return e -> new Event(next[0], next[0]++, e.type(), e.process(), e.f(), e.value(), e.error(), null);
    }

    private static List<Event> calls(Random random, String f, Function<Random, Object> value) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < random.nextInt(20); i++) {
            EventType type = i % 2 == 0 ? EventType.INVOKE : EventType.OK;
            events.add(new Event(i, i, type, 3, f, value.apply(random), null, null));
        }
        return events;
    }

    private static List<Event> transactions(Random random, int size) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Object> asked = new ArrayList<>();
            List<Object> done = new ArrayList<>();
            for (int step = random.nextInt(3); step >= 0; step--) {
                long key = random.nextInt(4);
                Long value = random.nextInt(3) == 0 ? null : Long.valueOf(1 + random.nextInt(100));
                boolean isRead = value == null || random.nextBoolean();
                done.add(tuple(isRead ? R : W, key, value));
                asked.add(tuple(isRead ? R : W, key, isRead ? null : value));
            }
            int process = random.nextInt(3);
            events.add(new Event(2 * i, 2L * i, EventType.INVOKE, process, "txn", asked, null, null));
            events.add(new Event(2 * i + 1, 2L * i + 1, EventType.OK, process, "txn", done, null, null));
        }
        return events;
    }

    @Test
    void plumeLinesOfATransactionStandTogether() throws IOException {
        assertThat(read("w(1,5,7,0)\n r( 2, 0,7,0)\nr(1,5,8,0)").events())
                .containsExactly(
                        event(0, EventType.INVOKE, 7, tuple(tuple(W, 1L, 5L), tuple(R, 2L, null))),
                        event(1, EventType.OK, 7, tuple(tuple(W, 1L, 5L), tuple(R, 2L, null))),
                        event(2, EventType.INVOKE, 8, tuple(tuple(R, 1L, null))),
                        event(3, EventType.OK, 8, tuple(tuple(R, 1L, 5L))));
        assertThatThrownBy(() -> read("w(1,1,0,0)\nw(1,2,0,1)\nw(1,3,0,0)"))
                .hasMessageContaining(
                        "line 3, column 1: expected the operations of transaction 0 of session 0 to stand");
        assertThatThrownBy(() -> read("w(1,1,0,0)\nw(1,,0,1)"))
                .hasMessageContaining("line 2, column 5: expected a whole number of at most 64 bits, not ''");
    }

    @Test
    void elleCompletionsGetTheirInvocations() throws IOException {
        String appended = "{:type :ok, :value [[:append x 1] [:r y [1 2]]]}";
        History history = read("[" + appended + " {:type :ok, :process 4, :time 9, :f :txn :value [[:r y nil]]}]");
        assertThat(history.events())
                .containsExactly(
                        event(0, EventType.INVOKE, 1_000_000_000, tuple(tuple(APPEND, "x", 1L), tuple(R, "y", null))),
                        new Event(
                                1,
                                0,
                                EventType.OK,
                                1_000_000_000,
                                "txn",
                                tuple(tuple(APPEND, "x", 1L), tuple(R, "y", tuple(1L, 2L))),
                                null,
                                null),
                        new Event(2, 9, EventType.INVOKE, 4, "txn", tuple(tuple(R, "y", null)), null, null),
                        new Event(3, 9, EventType.OK, 4, "txn", tuple(tuple(R, "y", null)), null, null));
        assertThat(HistoryFiles.guess(directory.resolve("file"))).isEqualTo(Format.ELLE);
    }

    @Test
    void historyThatAFormatDoesNotHoldIsRefused() throws IOException {
        History cas = new Script().invoke(0, "cas", tuple(1L, 2L)).history();
        refused(cas, Format.PORCUPINE_KV, "Event 0: it is no call or answered get, put or append");
        refused(cas, Format.ELLE, "Event 0: :cas is not :txn");
        refused(cas, Format.PLUME, "Event 0: it does not begin a transaction that commits");
        refused(of(Double.NaN), Format.JSONL, "JSON has no number NaN. The history cannot be written as jsonl");
        refused(of(Map.of(1L, 2L)), Format.JSONL, "the key 1 of a map is no text");
        refused(of(new Keyword("a b")), Format.EDN, "a keyword cannot have the name 'a b'");
        refused(of("\ud800"), Format.JSONL, "half of a surrogate pair");
        History halves = of("\ud800 \udc00\ud83d\ude00");
        HistoryFiles.write(halves, directory.resolve("file"), Format.EDN);
        assertThat(HistoryFiles.read(directory.resolve("file")).events()).isEqualTo(halves.events());
    }

    private void refused(History history, Format format, String problem) {
        Path file = directory.resolve("refused");
        assertThatThrownBy(() -> HistoryFiles.write(history, file, format))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("cannot be written as " + format.id());
        assertThat(file).doesNotExist();
    }

    @Test
    void formatsHaveNames() {
        assertThat(Format.ids()).isEqualTo("edn, jepsen-log, porcupine-kv, elle, plume, jsonl");
        assertThat(Format.byId("jepsen-log")).contains(Format.JEPSEN_LOG);
        assertThat(Format.byId("xml")).isEmpty();
    }

    @Test
    void meterHearsTheBytes() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "; ".repeat(100_000) + "\n[]");
        List<Long> heard = new ArrayList<>();
        HistoryFiles.read(file, (done, total) -> {
            assertThat(total).isEqualTo(200_003);
            heard.add(done);
        });
        assertThat(heard).isSorted().endsWith(200_003L).hasSizeLessThan(200);
    }

    private History read(String text) throws IOException {
        return HistoryFiles.read(Files.writeString(directory.resolve("file"), text));
    }

    private static History of(Object value) {
        return new Script().invoke(0, "write", value).history();
    }

    private static Event event(int position, EventType type, int process, Object value) {
        return new Event(position, position, type, process, "txn", value, null, null);
    }
}
