package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Three replicas whose clocks disagree. Every request goes to any of them; now and then two of them exchange what they have. */
final class LastWriteWinsStore implements KeyValueService.Store {
    private static final int REPLICAS = 3;
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

    @Override
    public Optional<JsonNode> read(String client, JsonNode key) {
        merge(any(), any());
        return Optional.ofNullable(any().get(key)).map(Stamped::value);
    }

    private static void merge(Map<JsonNode, Stamped> from, Map<JsonNode, Stamped> into) {
        if (from != into) {
            from.forEach((key, value) -> into.merge(key, value, Stamped::newer));
        }
    }

    @Override
    public void write(String client, JsonNode key, JsonNode value) {
        clock++;
        any().merge(key, new Stamped(clock + random.nextInt(LARGEST_SKEW), value), Stamped::newer);
    }

    @Override
    public Optional<JsonNode> newest(String client, JsonNode key) {
        return read(client, key);
    }
}
