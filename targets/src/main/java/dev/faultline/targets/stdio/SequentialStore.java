package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * One order of all writes, in which every client only ever moves forward: its reads may be of an old state, but not of an older one
 * than it has seen or made. Reads are O(log n) in the states that are remembered.
 */
final class SequentialStore implements KeyValueService.Store {
    /** How many writes a read may lag behind; Maelstrom's number of states. */
    private static final int LAG = 32;

    private final RandomGenerator random;
    private final Map<JsonNode, NavigableMap<Integer, JsonNode>> versions = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private int writes;

    SequentialStore(RandomGenerator random) {
        this.random = random;
    }

    @Override
    public Optional<JsonNode> read(String client, JsonNode key) {
        int earliest = Math.max(positions.getOrDefault(client, 0), writes - LAG);
        int position = random.nextInt(earliest, writes + 1);
        positions.put(client, position);
        return at(position, key);
    }

    /** The value after so many writes. */
    private Optional<JsonNode> at(int position, JsonNode key) {
        return Optional.ofNullable(versions.get(key))
                .map(ofKey -> ofKey.floorEntry(position))
                .map(Map.Entry::getValue);
    }

    @Override
    public void write(String client, JsonNode key, JsonNode value) {
        NavigableMap<Integer, JsonNode> ofKey = versions.computeIfAbsent(key, unknown -> new TreeMap<>());
        ofKey.put(++writes, value);
        Integer oldest = ofKey.floorKey(writes - LAG);
        if (oldest != null) {
            ofKey.headMap(oldest).clear();
        }
        positions.put(client, writes);
    }

    @Override
    public Optional<JsonNode> newest(String client, JsonNode key) {
        positions.put(client, writes);
        return at(writes, key);
    }
}
