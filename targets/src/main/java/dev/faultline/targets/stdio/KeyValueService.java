package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;

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
    public ObjectNode answer(String from, JsonNode request) {
        return switch (request.path("type").asText()) {
            case "read" -> lacks(request, "key").orElseGet(() -> read(from, request.get("key")));
            case "write" -> lacks(request, "key", "value").orElseGet(() -> write(from, request));
            case "cas" -> lacks(request, "key", "from", "to").orElseGet(() -> compareAndSet(from, request));
            default -> ErrorCode.NOT_SUPPORTED.body("a key-value service knows read, write and cas");
        };
    }

    private static Optional<ObjectNode> lacks(JsonNode request, String... fields) {
        return Stream.of(fields)
                .filter(field -> !request.has(field))
                .findFirst()
                .map(field ->
                        ErrorCode.MALFORMED_REQUEST.body(request.get("type").asText() + " needs a field " + field));
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

    private ObjectNode write(String from, JsonNode request) {
        store.write(from, request.get("key"), request.get("value"));
        return Packet.body("write_ok");
    }

    private ObjectNode compareAndSet(String from, JsonNode request) {
        JsonNode key = request.get("key");
        Optional<JsonNode> now = store.newest(from, key);
        boolean creates = request.path("create_if_not_exists").asBoolean();
        if (now.isEmpty() && !creates) {
            return missing(key);
        }
        if (now.isPresent() && !now.get().equals(request.get("from"))) {
            return ErrorCode.PRECONDITION_FAILED.body("it is " + now.get() + " and not " + request.get("from"));
        }
        store.write(from, key, request.get("to"));
        return Packet.body("cas_ok");
    }
}
