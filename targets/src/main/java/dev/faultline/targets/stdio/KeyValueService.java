package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** {@code read}, {@code write} and {@code cas} of a store. */
final class KeyValueService implements Service {
    private final Store store;

    /** What such a service may promise. */
    interface Store {
        Optional<JsonNode> read(String client, JsonNode key);

        void write(String client, JsonNode key, JsonNode value);

        /** The value that a compare-and-set compares with. */
        Optional<JsonNode> newest(String client, JsonNode key);
    }

    KeyValueService(Store store) {
        this.store = store;
    }

    @Override
    public ObjectNode answer(String from, ObjectNode request) {
        JsonNode key = request.path("key");
        String type = request.get("type").asText();
        return switch (type) {
            case "read" -> read(from, key);
            case "write" -> write(from, key, request.path("value"));
            case "cas" -> compareAndSet(from, key, request);
            default -> ErrorCode.NOT_SUPPORTED.body("a key-value service does not know " + type);
        };
    }

    private ObjectNode read(String from, JsonNode key) {
        Optional<JsonNode> value = store.read(from, key);
        if (value.isEmpty()) {
            return missing(key);
        }
        ObjectNode answer = Packet.body("read_ok");
        answer.set("value", value.get());
        return answer;
    }

    private static ObjectNode missing(JsonNode key) {
        return ErrorCode.KEY_DOES_NOT_EXIST.body("there is no key " + key);
    }

    private ObjectNode write(String from, JsonNode key, JsonNode value) {
        store.write(from, key, value);
        return Packet.body("write_ok");
    }

    private ObjectNode compareAndSet(String from, JsonNode key, ObjectNode request) {
        Optional<JsonNode> now = store.newest(from, key);
        boolean creates = request.path("create_if_not_exists").asBoolean();
        if (now.isEmpty() && !creates) {
            return missing(key);
        }
        if (now.isPresent() && !now.get().equals(request.path("from"))) {
            return ErrorCode.PRECONDITION_FAILED.body("it is " + now.get() + " and not " + request.path("from"));
        }
        store.write(from, key, request.path("to"));
        return Packet.body("cas_ok");
    }
}
