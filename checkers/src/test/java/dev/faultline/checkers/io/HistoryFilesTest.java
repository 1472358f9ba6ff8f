package dev.faultline.checkers.io;

import static dev.faultline.checkers.history.Script.tuple;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFilesTest {
    @TempDir
    private Path directory;

    @Test
    void ednAndJsonLinesGiveBackWhatWasWritten() throws IOException {
        History history = everyKindOfValue();
        Path edn = directory.resolve("history.edn");
        HistoryFiles.writeEdn(history, edn);
        assertThat(HistoryFiles.read(edn).events()).isEqualTo(history.events());
        Path json = directory.resolve("history.jsonl");
        HistoryFiles.writeJsonLines(history, json);
        assertThat(HistoryFiles.read(json).events()).isEqualTo(history.events());
        assertThat(Files.readAllLines(json)).hasSize(history.events().size());
        assertThat(Files.readAllLines(edn)).hasSize(history.events().size());
    }

    @Test
    void writesWhatJepsenWrites() throws IOException {
        Path edn = directory.resolve("history.edn");
        Script script = new Script().at(2).invoke(3, "cas", tuple(null, 4L));
        script.add(EventType.INFO, 3, "cas", tuple(null, 4L), new Keyword("timed-out"));
        HistoryFiles.writeEdn(script.nemesis("crash", List.of("n1")).history(), edn);
        assertThat(Files.readAllLines(edn))
                .containsExactly(
                        "{:index 0, :time 2000000, :type :invoke, :process 3, :f :cas, :value [nil 4], :node \"n4\"}",
                        "{:index 1, :time 3000000, :type :info, :process 3, :f :cas, :value [nil 4], :error :timed-out,"
                                + " :node \"n4\"}",
                        "{:index 2, :time 4000000, :type :info, :process :nemesis, :f :crash, :value [\"n1\"]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{:type :invoke, :process 0, :f :read, :value nil} {:type :ok :process 0 :f :read :value 3}]",
                "; a comment~({:type :invoke, :process 0, :f :read}~ #_ {:left \"out\"} {:type :ok :process 0 :f :read"
                        + " :value 3N})",
                "#jepsen.history.Op{:index 0, :time 0, :type :invoke, :process 0, :f :read, :value nil}~"
                        + "#jepsen.history.Op{:index 1, :time 1, :type :ok, :process 0, :f :read, :value 3}~",
                "{\"type\":\"invoke\",\"process\":0,\"f\":\"read\"}~"
                        + "{\"type\":\"ok\",\"process\":0,\"f\":\"read\",\"value\":3}~",
                "INFO  jepsen.core - Worker 0 starting~INFO  jepsen.util - 0 :invoke\t:read nil~"
                        + "INFO  jepsen.util - 0\t:ok\t:read\t3~"
            })
    void everyFormatIsToldFromItsContent(String text) throws IOException {
        assertThat(read(text.replace('~', '\n')).events())
                .containsExactly(
                        new Event(0, 0, EventType.INVOKE, 0, "read", null, null, null),
                        new Event(1, 1, EventType.OK, 0, "read", 3L, null, null));
    }

    @Test
    void keyBesideTheValueMakesATuple() throws IOException {
        History history = read("{:process 0, :type :invoke, :f :append, :key \"0\", :value \"x 0 0 y\"}");
        assertThat(history.events().get(0).value()).isEqualTo(List.of("0", "x 0 0 y"));
    }

    @Test
    void setsCharactersTagsAndMetadataAreTolerated() throws IOException {
        History history =
                read("{:process 0, :type :invoke, :f :add, :value [#{1} \\a \\newline #inst \"2026\" ^{:a 1} sym"
                        + " -1.5e3 ##-Inf \"\\u0041\\\"\"]}");
        assertThat(history.events().get(0).value())
                .isEqualTo(List.of(List.of(1L), "a", "\n", "2026", "sym", -1500.0, Double.NEGATIVE_INFINITY, "A\""));
    }

    @Test
    void fileWithoutEventsIsAnEmptyHistory() throws IOException {
        assertThat(read("").events()).isEmpty();
        assertThat(read("[]\n").events()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{:type :invoke, :process 0, :f :read, :va | line 1, column 42: expected a value, but the text ends",
                "[{:type :invoke, :process 0, :f :read} | line 1, column 39: expected ']', but the text ends",
                "{:type :go, :process 0, :f :read} | line 1, column 1: in this event, the field type is :go, expected invoke",
                "{:type :ok, :process x, :f :read} | the field process is x, expected a whole number from 0",
                "{:type :ok, :process 0} | the field f is missing, expected the name of an operation",
                "{:type :ok :f :read :process 0 :value 1/2} | line 1, column 39: expected a number, not 1/2",
                "{:type :ok :f :read :process 0 :value 99999999999999999999} | a whole number of at most 64 bits",
                "{:type :ok :f :read :process 0 :value \"\\q\"} | expected one of n t r b f u \" \\ after a backslash",
                "[1] | line 1, column 2: expected an event, which is a map such as",
                "[] {} | line 1, column 4: expected nothing after the history, but '{' stands there",
                "{\"type\":\"invoke\",\"process\":0,\"f\": | line 1, column 34: expected JSON, but ",
                "[7 | line 1, column 2: expected an event, which is a map such as",
                "{\"type\":\"info\",\"process\":\"nemesis\",\"f\":\"heal\"} 7 | line 1, column 48: expected an event, which is an object such as",
                "INFO  jepsen.util - 0 :ok | line 1, column 26: expected a value, but the text ends",
                "hello world | line 1, column 1: expected a history in EDN, in JSON lines, or in lines such as",
                "{:type :ok, :process 0, :f :read} | Event 0: process 0 completes :read without having invoked it"
            })
    void malformedFileIsToldWithItsPlace(String text, String problem) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageContaining(problem)
                .hasMessageStartingWith(directory.resolve("file").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "#{", "{:a ", "#a ", "^a ", "#_", "^"})
    void endlessNestingIsRefused(String opening) {
        assertThatThrownBy(() -> read("[{:value " + opening.repeat(100_000)))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageContaining("at most 200 levels of brackets");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Path file = directory.resolve("file");
        Files.write(file, "{:type \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> HistoryFiles.read(file))
                .isInstanceOf(MalformedHistoryException.class)
                .hasMessageContaining("expected text in UTF-8");
    }

    private History read(String text) throws IOException {
        return HistoryFiles.read(Files.writeString(directory.resolve("file"), text));
    }

    private static History everyKindOfValue() {
        Script script = new Script();
        List<Object> values = tuple(
                null,
                true,
                -7L,
                1.5,
                "",
                "a \"b\" \\ \n\t\u00e9\u2603",
                ":colon",
                "::two",
                new Keyword("timed-out"),
                tuple(1L, tuple(), "x"),
                Map.of("k", tuple(1L, new Keyword("v"))),
                Map.of(new Keyword("k"), 2L));
        for (Object value : values) {
            script.invoke(0, "write", value);
            script.add(EventType.INFO, 0, "write", value, value);
        }
        return script.nemesis("partition", tuple(tuple("n1"), tuple("n2", "n3")))
                .history();
    }
}
