package dev.faultline.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads JSON into records. A missing number is an error, since a report that made it 0 would not be true. */
final class JsonFiles {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper SPARSE = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFiles() {}

    /** Reads a file. @throws IOException when it is missing, not JSON, or lacks a field; the message says which */
    static <T> T read(Path file, Class<T> type) throws IOException {
        String text = Files.readString(file);
        try {
            T value = STRICT.readValue(text, type);
            if (value == null) {
                throw new IOException("it holds nothing");
            }
            return value;
        } catch (JsonProcessingException cause) {
            throw new IOException(inOneLine(cause), cause);
        }
    }

    /** Reads a line of a trace, which leaves out what it has not. @throws IOException when it is not one */
    static TraceLine traceLine(String line) throws IOException {
        try {
            return SPARSE.readValue(line, TraceLine.class);
        } catch (JsonProcessingException cause) {
            throw new IOException(inOneLine(cause), cause);
        }
    }

    /** A value as JSON. */
    static String text(Object value) {
        try {
            return SPARSE.writeValueAsString(value);
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException(cause);
        }
    }

    private static String inOneLine(JsonProcessingException cause) {
        String problem = cause.getOriginalMessage().lines().findFirst().orElse("it is not JSON");
        return cause.getLocation() == null
                ? problem
                : problem + " (line " + cause.getLocation().getLineNr() + ")";
    }
}
