package dev.faultline.targets.stdio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A message of Maelstrom's protocol: {@code {"src","dest","body":{"type",…}}}. */
record Packet(String src, String dest, ObjectNode body) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** A body that has only a type yet. */
    static ObjectNode body(String type) {
        return MAPPER.createObjectNode().put("type", type);
    }

    /** Reads a line; empty when it is no message. */
    static Optional<Packet> parse(String line) {
        try {
            JsonNode node = MAPPER.readTree(line);
            if (node.path("src").isTextual()
                    && node.path("dest").isTextual()
                    && node.path("body").path("type").isTextual()) {
                ObjectNode body = (ObjectNode) node.get("body");
                return Optional.of(
                        new Packet(node.get("src").asText(), node.get("dest").asText(), body));
            }
            return Optional.empty();
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    String type() {
        return body.get("type").asText();
    }

    /** The number of the message that this one answers; -1 when it answers none. */
    long inReplyTo() {
        return body.path("in_reply_to").asLong(-1);
    }

    /** The message as a line, without its end. */
    String line() {
        ObjectNode node = MAPPER.createObjectNode().put("src", src).put("dest", dest);
        return node.set("body", body).toString();
    }

    /** The answer of a service or a program, with the number of what it answers. */
    Packet reply(ObjectNode answer) {
        if (body.has("msg_id")) {
            answer.set("in_reply_to", body.get("msg_id"));
        }
        return new Packet(/* src= */ dest, /* dest= */ src, answer);
    }
}
