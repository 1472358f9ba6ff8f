package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One order of all writes, in which every client only ever moves forward: its reads may be of an old state, but not of an older one
 * than it has seen or made.
 */
final class SequentialStore implements KeyValueService.Store {
    /** How many writes a read may lag behind. */
    private static final int LAG = 20;

    private final RandomGenerator random;
    private final List<Write> writes = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();

    private record Write(JsonNode key, JsonNode value) {}

    SequentialStore(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public Optional<JsonNode> read(String client, JsonNode key) {
        int earliest = Math.max(positions.getOrDefault(client, 0), writes.size() - LAG);
        int position = random.nextInt(earliest, writes.size() + 1);
        positions.put(client, position);
        return at(position, key);
    }

    /** The value after so many writes. */
    private Optional<JsonNode> at(int position, JsonNode key) {
        for (int i = position - 1; i >= 0; i--) {
            if (writes.get(i).key().equals(key)) {
                return Optional.of(writes.get(i).value());
            }
        }
        return Optional.empty();
    }

    @Override
    public void write(String client, JsonNode key, JsonNode value) {
        writes.add(new Write(key, value));
        positions.put(client, writes.size());
    }

    @Override
    public Optional<JsonNode> newest(String client, JsonNode key) {
        positions.put(client, writes.size());
        return at(writes.size(), key);
    }
}
