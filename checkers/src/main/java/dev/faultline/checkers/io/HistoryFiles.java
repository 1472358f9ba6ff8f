package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.MalformedHistoryException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads and writes histories, in UTF-8. Files are read character by character; only the events are kept.
 *
 * <p>Read are Jepsen's EDN, JSON lines, and the older log lines {@code INFO  jepsen.util - 3 :invoke :write 4}. A file
 * without any event is an empty history.
 */
public final class HistoryFiles {
    private HistoryFiles() {}

    private interface Format {
        List<Event> read(String file, BufferedReader reader) throws IOException;
    }

    /**
     * The history in a file, whose format is told from its first characters.
     *
     * @throws MalformedHistoryException when the file is cut or malformed; the message names the place
     * @throws IOException when the file cannot be read at all
     */
    public static History read(Path file) throws IOException {
        Format format = format(file);
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return paired(file, format.read(file.toString(), reader));
        }
    }

    /** Writes Jepsen's EDN, one event a line. */
    public static void writeEdn(History history, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            EdnWriter.write(history.events(), writer);
        }
    }

    /**
     * Writes JSON lines. In values, a keyword is a string that starts with one colon, and a string that starts with a
     * colon gets another one before it.
     */
    public static void writeJsonLines(History history, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            JsonLinesWriter.write(history.events(), writer);
        }
    }

    private static History paired(Path file, List<Event> events) {
        try {
            return History.of(events);
        } catch (MalformedHistoryException e) {
            throw new MalformedHistoryException(file + ": " + e.getMessage());
        }
    }

    private static Format format(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            Source source = new Source(file.toString(), reader, 1, 1);
            Place begin = source.place();
            int first = new EdnParser(source).peek();
            if (first == '{') {
                source.take();
                return new EdnParser(source).peek() == '"' ? JsonLinesReader::read : EdnReader::read;
            }
            if (first == Source.END || "[(#^".indexOf(first) >= 0) {
                return EdnReader::read;
            }
            return logFormat(file, begin);
        }
    }

    private static Format logFormat(Path file, Place begin) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            if (reader.lines().anyMatch(LogReader::accepts)) {
                return LogReader::read;
            }
        }
        throw begin.malformed("expected a history in EDN, in JSON lines, or in lines such as"
                + " \"INFO  jepsen.util - 3 :invoke :write 4\"");
    }
}
