package dev.faultline.harness.record;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.io.HistoryFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where a run, a claim or a bug leaves its files. */
public final class RunDirectory {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes the directory.
     *
     * @throws UncheckedIOException when it cannot be made
     */
    public static RunDirectory at(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return new RunDirectory(path);
    }

    /** Writes {@code history.edn} and {@code history.jsonl}. */
    public void write(History history) {
        try {
            HistoryFiles.writeEdn(history, path.resolve("history.edn"));
            HistoryFiles.writeJsonLines(history, path.resolve("history.jsonl"));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Writes a JSON file. */
    public void writeJson(String file, Object value) {
        try {
            Files.writeString(path.resolve(file), MAPPER.writeValueAsString(value) + "\n");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Writes {@code trace.jsonl}. */
    public void writeTrace(List<String> lines) {
        try {
            Files.write(path.resolve("trace.jsonl"), lines);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
