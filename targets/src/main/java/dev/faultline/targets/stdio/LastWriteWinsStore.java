package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Replicas whose clocks disagree. Every request goes to any of them, and before it one of them tells another what it has: so a write
 * may not be seen for a while, or be lost to an older one.
 */
final class LastWriteWinsStore implements KeyValueService.Store {
    private static final int REPLICAS = 5;
    private static final int LARGEST_SKEW = 10;

    private final RandomGenerator random;
    private final List<Map<JsonNode, Stamped>> replicas = Stream.generate(
                    () -> (Map<JsonNode, Stamped>) new HashMap<JsonNode, Stamped>())
            .limit(REPLICAS)
            .toList();
    private long clock;

    private record Stamped(long time, JsonNode value) {
        Stamped newer(Stamped other) {
            return other.time > time ? other : this;
        }
    }

    LastWriteWinsStore(RandomGenerator random) {
        this.random = random;
    }

    private Map<JsonNode, Stamped> any() {
        return replicas.get(random.nextInt(REPLICAS));
    }

    /** What one of them has, after some gossip. */
    private Map<JsonNode, Stamped> asked() {
        Map<JsonNode, Stamped> from = any();
        Map<JsonNode, Stamped> into = any();
        if (from != into) {
            from.forEach((key, value) -> into.merge(key, value, Stamped::newer));
        }
        return any();
    }

    @Override
    public Optional<JsonNode> read(String client, JsonNode key) {
        return Optional.ofNullable(asked().get(key)).map(Stamped::value);
    }

    @Override
    public void write(String client, JsonNode key, JsonNode value) {
        Stamped stamped = new Stamped(++clock + random.nextInt(LARGEST_SKEW), value);
        asked().merge(key, stamped, Stamped::newer);
    }

    @Override
    public Optional<JsonNode> newest(String client, JsonNode key) {
        return read(client, key);
    }
}
