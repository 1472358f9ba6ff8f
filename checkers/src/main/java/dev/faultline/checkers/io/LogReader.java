package dev.faultline.checkers.io;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads the events in the log of an older Jepsen: {@code INFO  jepsen.util - 3 :invoke :write 4}, separated by any white
 * space. Lines of other loggers are skipped.
 */
final class LogReader {
    /** How a line begins. */
    static final String LINE = "INFO  jepsen.util - ";

    private static final String LOGGER = "jepsen.util - ";

    private LogReader() {}

    static void read(InputStream in, EventSink sink) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        Names names = new Names();
        int number = 1;
        for (String line = line(lines, sink, number); line != null; line = line(lines, sink, number)) {
            int logger = line.indexOf(LOGGER);
            if (logger >= 0) {
                int begin = logger + LOGGER.length();
                sink.add(event(Source.ofLine(sink.file(), line.substring(begin), number, begin + 1, names)));
            }
            number++;
        }
    }

    /** Whether there is an event in a file. */
    static boolean accepts(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.contains(LOGGER)) {
            line = lines.readLine();
        }
        return line != null;
    }

    private static String line(BufferedReader lines, EventSink sink, int number) throws IOException {
        try {
            return lines.readLine();
        } catch (CharacterCodingException e) {
            throw new Place(sink.file(), number, 1).malformed("expected text in UTF-8, but other bytes follow");
        } catch (ZipException | EOFException e) {
            throw new Place(sink.file(), number, 1).incomplete(e);
        }
    }

    private static EventFields event(Source source) throws IOException {
        EventFields fields = new EventFields(source.place());
        EdnParser parser = new EdnParser(source);
        for (String field : List.of("process", "type", "f", "value")) {
            fields.put(field, parser.value());
        }
        if (parser.peek() != Source.END) {
            fields.put("error", parser.value());
        }
        return fields;
    }
}
