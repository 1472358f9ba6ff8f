package dev.faultline.checkers.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.MalformedHistoryException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The reader of files against a plain parser, on random EDN; also where the reader's buffer ends within it. */
class EdnOracleTest {
    private static final int TEXTS = Integer.getInteger("faultline.oracle.histories", 2_000);
    private static final int BUFFER = 1 << 16;
    private static final List<String> ATOMS = List.of(
            "nil",
            "true",
            "false",
            "0",
            "-7",
            "+3",
            "12345678901234567",
            "-9223372036854775808",
            "9223372036854775807",
            "42N",
            "1.5",
            "-1e3",
            "2.50M",
            "6.02E+23",
            "sym",
            "-",
            "a.b/c",
            "\u00e9",
            ":k",
            ":\u2603",
            ":a/b-c?",
            ":type",
            "\"\"",
            "\"plain\"",
            "\"\u00e9 \u2603 \ud83d\ude00\"",
            "\"a\\\"b\\\\c\\n\"",
            "\"two\nlines\"");
    private static final List<String> BLANKS =
            List.of(" ", "\n", ", ", "\t", " ; note ] \u2603\n", " #_ 5 ", " #_[1 {:a 2}] ", "\r\n", "  ");

    @Test
    void valuesAreThoseOfThePlainParser() throws IOException {
        for (int seed = 0; seed < TEXTS; seed++) {
            Random random = new Random(seed);
            String text = text(random, 4);
            String file = "#op{:f :w :extra [1] :process 0 :type :invoke :value " + text + "}";
            assertThat(read(file).value()).as("seed %s: %s", seed, text).isEqualTo(SlowEdn.parse(text));
        }
    }

    @Test
    void bufferMayEndAnywhere() throws IOException {
        String text =
                "{:f :w, :type :invoke #_ :x :process 123 :value [ab \"c\\n\u2603\" :\ud83d\ude00 -45 \"plain\"]}";
        Event event = read(text);
        for (int blanks = BUFFER - 2 * text.length(); blanks < BUFFER + 2; blanks++) {
            assertThat(read(" ".repeat(blanks) + text)).isEqualTo(event);
        }
    }

    @Test
    void columnsCountCharacters() {
        for (int notes = 0; notes < BUFFER; notes += BUFFER / 16) {
            String text = ";" + "\u2603".repeat(notes) + "\n \u00e9 ";
            assertThat(problem(text)).contains("line 2, column 2: expected nothing after the history");
        }
        assertThat(problem("{\"\u00e9\u2603\ud83d\ude00\" }")).contains("line 1, column 9: expected the value of");
        assertThat(problem("{:a 1\n\n  :b \"\u00e9\n\" x]")).contains("line 4, column 4: expected a value");
    }

    @Test
    void bytesThatAreNoCharacterAreRefusedWhereTheyStand() {
        int[][] wrong = {
            {0x80},
            {0xc0, 0x80},
            {0xc1, 0xbf},
            {0xe0, 0x9f, 0xbf},
            {0xed, 0xa0, 0x80},
            {0xf0, 0x8f, 0xbf, 0xbf},
            {0xf4, 0x90, 0x80, 0x80},
            {0xf5, 0x80, 0x80, 0x80},
            {0xe2, 0x98},
            {0xff}
        };
        for (int[] bytes : wrong) {
            byte[] file = new byte[3 + bytes.length];
            file[0] = '\n';
            file[1] = '{';
            file[2] = '"';
            for (int i = 0; i < bytes.length; i++) {
                file[3 + i] = (byte) bytes[i];
            }
            assertThat(problem(file)).contains("line 2, column 3: expected text in UTF-8, but other bytes follow");
        }
    }

    private static String text(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 4 : 9);
        return switch (kind) {
            case 4, 5 -> "[" + items(random, depth, 1) + "]";
            case 6 ->
                (random.nextBoolean() ? "#{" + items(random, depth, 1) + "}" : "(" + items(random, depth, 1) + ")");
            case 7 -> "{" + items(random, depth, 2) + "}";
            case 8 -> "#tag/a " + text(random, depth - 1);
            default -> ATOMS.get(random.nextInt(ATOMS.size()));
        };
    }

    private static String items(Random random, int depth, int each) {
        StringBuilder items = new StringBuilder();
        for (int i = each * random.nextInt(4); i > 0; i--) {
            items.append(BLANKS.get(random.nextInt(BLANKS.size()))).append(text(random, depth - 1));
            items.append(BLANKS.get(random.nextInt(BLANKS.size())));
        }
        return items.toString();
    }

    private static Event read(String text) throws IOException {
        return events(text.getBytes(StandardCharsets.UTF_8)).get(0);
    }

    private static String problem(String text) {
        return problem(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(byte[] file) {
        try {
            return "no problem, but " + events(file);
        } catch (MalformedHistoryException | IOException e) {
            return e.getMessage();
        }
    }

    private static List<Event> events(byte[] file) throws IOException {
        List<Event> events = new ArrayList<>();
        EdnReader.read("file", new ByteArrayInputStream(file), fields -> events.add(fields.event(0)));
        return events;
    }
}
