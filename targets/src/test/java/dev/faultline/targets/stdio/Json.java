package dev.faultline.targets.stdio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;

/** JSON as tests write it: with single quotes. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException(cause);
        }
    }

    static JsonNode file(Path file) throws IOException {
        return MAPPER.readTree(file.toFile());
    }

    static ObjectNode object(String text) {
        return (ObjectNode) tree(text);
    }
}
