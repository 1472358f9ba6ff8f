package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code lin-tso}: numbers that only grow. */
final class TimestampService implements Service {
    private long last = -1;

    @Override
    public ObjectNode answer(String from, ObjectNode request) {
        String type = request.get("type").asText();
        return type.equals("ts")
                ? Packet.body("ts_ok").put("ts", ++last)
                : ErrorCode.NOT_SUPPORTED.body("lin-tso does not know " + type);
    }
}
