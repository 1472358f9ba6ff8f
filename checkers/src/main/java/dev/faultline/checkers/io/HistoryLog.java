package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a history while it happens, as {@code history.edn} and {@code history.jsonl}. Every event is handed to the operating
 * system at once, so that what was recorded outlives this process. Safe for use by many threads.
 */
public final class HistoryLog implements Closeable {
    private final OutputStream edn;
    private final OutputStream jsonLines;

    private HistoryLog(OutputStream edn, OutputStream jsonLines) {
        this.edn = edn;
        this.jsonLines = jsonLines;
    }

    /**
     * Begins both files anew.
     *
     * @throws IOException when they cannot be written
     */
    public static HistoryLog in(Path directory) throws IOException {
        OutputStream edn = Files.newOutputStream(directory.resolve("history.edn"));
        return new HistoryLog(edn, Files.newOutputStream(directory.resolve("history.jsonl")));
    }

    /** Adds an event to both files. */
    public synchronized void add(Event event) throws IOException {
        StringWriter line = new StringWriter();
        new EdnWriter(line, Format.EDN).map(event);
        edn.write(line.toString().getBytes(StandardCharsets.UTF_8));
        StringWriter object = new StringWriter();
        JsonLinesWriter.write(List.of(event), object, false);
        jsonLines.write(object.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public synchronized void close() throws IOException {
        try (edn) {
            jsonLines.close();
        }
    }
}
