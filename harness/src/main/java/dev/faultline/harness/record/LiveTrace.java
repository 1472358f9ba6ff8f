package dev.faultline.harness.record;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.io.HistoryLog;
import dev.faultline.harness.runtime.Trace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Records a run as it happens: its history, and what its nodes log. */
public final class LiveTrace implements Trace, AutoCloseable {
    private final Path nodes;
    private final HistoryLog history;

    private LiveTrace(Path nodes, HistoryLog history) {
        this.nodes = nodes;
        this.history = history;
    }

    /**
     * Begins the record of a run.
     *
     * @throws UncheckedIOException when the directory cannot be written
     */
    public static LiveTrace in(Path directory) {
        try {
            Path nodes = Files.createDirectories(directory.resolve("nodes"));
            return new LiveTrace(nodes, HistoryLog.in(directory));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public void on(TraceEvent event) {}

    @Override
    public void recorded(Event event) {
        try {
            history.add(event);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    @Override
    public Optional<Path> nodeLogs() {
        return Optional.of(nodes);
    }

    @Override
    public void close() {
        try {
            history.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
