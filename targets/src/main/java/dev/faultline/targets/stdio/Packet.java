package dev.faultline.targets.stdio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;

/**
 * A message of Maelstrom's protocol: {@code {"src","dest","body"}}. What nodes tell each other may have any body; to clients and
 * services it is an object with a {@code type}.
 */
record Packet(String src, String dest, JsonNode body) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String MSG_ID = "msg_id";
    private static final String IN_REPLY_TO = "in_reply_to";

    /** A line that is no message. Its message says why, as the end of a sentence that begins with the sender's name. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String why) {
            super(why);
        }
    }

    /** A body that has only a type yet. */
    static ObjectNode body(String type) {
        return MAPPER.createObjectNode().put("type", type);
    }

    /**
     * Reads a line that a node printed.
     *
     * @throws Malformed when it is no message of that node's
     */
    static Packet parse(String node, String line) throws Malformed {
        JsonNode json = json(line);
        if (!json.isObject()) {
            throw new Malformed("printed a line that is no JSON object");
        }
        if (!json.path("src").isTextual() || !json.path("dest").isTextual() || !json.hasNonNull("body")) {
            throw new Malformed("printed a line without the texts 'src' and 'dest' or without a 'body'");
        }
        if (!json.get("src").asText().equals(node)) {
            throw new Malformed("printed a message with 'src' " + json.get("src") + " instead of its own name");
        }
        return new Packet(node, json.get("dest").asText(), json.get("body"));
    }

    private static JsonNode json(String line) throws Malformed {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException noJson) {
            throw new Malformed("printed a line that is no JSON");
        }
    }

    /** The body's type; empty when it has none. */
    String type() {
        return body.path("type").asText();
    }

    /** The number of the message that this one answers. */
    OptionalLong inReplyTo() {
        JsonNode number = body.path(IN_REPLY_TO);
        return number.canConvertToLong() && number.isIntegralNumber()
                ? OptionalLong.of(number.asLong())
                : OptionalLong.empty();
    }

    /** The message as a line, without its end. */
    String line() {
        ObjectNode node = MAPPER.createObjectNode().put("src", src).put("dest", dest);
        return node.set("body", body).toString();
    }

    /** A request with a number, from a client or from the harness. */
    static Packet request(String src, String dest, ObjectNode body, long number) {
        return new Packet(src, dest, body.deepCopy().put(MSG_ID, number));
    }

    /** The answer of whom it was sent to, with the number of what it answers. */
    Packet reply(ObjectNode answer) {
        if (body.has(MSG_ID)) {
            answer.set(IN_REPLY_TO, body.get(MSG_ID));
        }
        return new Packet(/* src= */ dest, /* dest= */ src, answer);
    }
}
