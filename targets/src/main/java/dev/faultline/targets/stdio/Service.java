package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Something that nodes may ask, as they ask each other, by its name. No fault hits it; its messages may be late or lost. */
interface Service {

    /** Answers a request of a node. */
    ObjectNode answer(String from, JsonNode request);

    /** Maelstrom's services, by their names. */
    static Map<String, Service> all(RandomGenerator random) {
        Map<String, Service> services = new LinkedHashMap<>();
        services.put("lin-kv", new KeyValueService(new LinearizableStore()));
        services.put("seq-kv", new KeyValueService(new SequentialStore(random)));
        services.put("lww-kv", new KeyValueService(new LastWriteWinsStore(random)));
        services.put("lin-tso", new TimestampService());
        return services;
    }
}
