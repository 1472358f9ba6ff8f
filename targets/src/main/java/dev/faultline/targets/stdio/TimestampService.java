package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code lin-tso}: numbers that only grow. */
final class TimestampService implements Service {
    private long next;

    @Override
    public ObjectNode answer(String from, JsonNode request) {
        return request.path("type").asText().equals("ts")
                ? Packet.body("ts_ok").put("ts", next++)
                : ErrorCode.NOT_SUPPORTED.body("lin-tso knows ts");
    }
}
