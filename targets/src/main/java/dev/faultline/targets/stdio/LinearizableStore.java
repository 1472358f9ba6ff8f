package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One copy. */
final class LinearizableStore implements KeyValueService.Store {
    private final Map<JsonNode, JsonNode> values = new HashMap<>();

    @Override
    public Optional<JsonNode> read(String client, JsonNode key) {
        return newest(client, key);
    }

    @Override
    public void write(String client, JsonNode key, JsonNode value) {
        values.put(key, value);
    }

    @Override
    public Optional<JsonNode> newest(String client, JsonNode key) {
        return Optional.ofNullable(values.get(key));
    }
}
