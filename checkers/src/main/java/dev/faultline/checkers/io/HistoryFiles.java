package dev.faultline.checkers.io;

import dev.faultline.checkers.Meter;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.MalformedHistoryException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Reads and writes histories, in UTF-8, in the formats of {@link Format}.
 *
 * <p>Files are read piece by piece, and only the events are kept, in coded form when there are many. A file compressed
 * with gzip is read as what it holds, and a file whose name ends in {@code .gz} is compressed. A file without any event
 * is an empty history.
 */
public final class HistoryFiles {
    private HistoryFiles() {}

    /**
     * The history in a file, whose format is told from how it begins.
     *
     * @throws MalformedHistoryException when the file is cut or malformed; the message names the place
     * @throws IOException when the file cannot be read at all
     */
    public static History read(Path file) throws IOException {
        return read(file, Meter.SILENT);
    }

    /**
     * The same.
     *
     * @param meter hears how many of the file's bytes are read
     */
    public static History read(Path file, Meter meter) throws IOException {
        return read(file, guess(file), meter);
    }

    /**
     * The history in a file of a known format.
     *
     * @param meter hears how many of the file's bytes are read
     * @throws MalformedHistoryException when the file is cut or malformed; the message names the place
     * @throws IOException when the file cannot be read at all
     */
    public static History read(Path file, Format format, Meter meter) throws IOException {
        EventSink sink = new EventSink(file.toString());
        try (InputStream in = new Stored(file, meter).open()) {
            switch (format) {
                case EDN, PORCUPINE_KV -> EdnReader.read(sink.file(), in, sink::add);
                case ELLE -> EdnReader.read(sink.file(), in, new LoneCompletions(sink));
                case JEPSEN_LOG -> LogReader.read(in, sink);
                case PLUME -> PlumeReader.read(in, sink);
                case JSONL -> JsonLinesReader.read(in, sink);
            }
        }
        return sink.history();
    }

    /**
     * A file's format, told from how it begins.
     *
     * @throws MalformedHistoryException when it looks like no format
     * @throws IOException when the file cannot be read at all
     */
    public static Format guess(Path file) throws IOException {
        return Guess.of(new Stored(file, Meter.SILENT));
    }

    /**
     * Writes a history. What {@link Format} says that the format does not hold is dropped.
     *
     * @throws MalformedHistoryException when the format cannot hold the history otherwise; nothing is left in the file
     * @throws IOException when the file cannot be written
     */
    public static void write(History history, Path file, Format format) throws IOException {
        try (Writer out = writer(file)) {
            switch (format) {
                case EDN, ELLE, JEPSEN_LOG, PORCUPINE_KV -> EdnLines.write(history.events(), out, format);
                case PLUME -> PlumeWriter.write(history.faults(), history.operations(), out);
                case JSONL -> JsonLinesWriter.write(history.events(), out, true);
            }
        } catch (MalformedHistoryException e) {
            Files.deleteIfExists(file);
            throw e;
        } catch (CharacterCodingException e) {
            Files.deleteIfExists(file);
            throw new MalformedHistoryException(file + ": a text of the history holds half of a surrogate pair, which"
                    + " UTF-8 does not have. The history cannot be written as " + format.id()
                    + ". Correct the text where the history is recorded.");
        }
    }

    /** Writes Jepsen's EDN, one event a line. */
    public static void writeEdn(History history, Path file) throws IOException {
        write(history, file, Format.EDN);
    }

    /**
     * Writes JSON lines, even where they do not hold everything: keys of maps become strings, and so do the numbers that
     * JSON does not have.
     */
    public static void writeJsonLines(History history, Path file) throws IOException {
        try (Writer out = writer(file)) {
            JsonLinesWriter.write(history.events(), out, false);
        }
    }

    private static Writer writer(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        OutputStream bytes = file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
        return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8.newEncoder()), 1 << 16);
    }
}
