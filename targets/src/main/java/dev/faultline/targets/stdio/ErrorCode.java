package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Maelstrom's errors. */
enum ErrorCode {
    NOT_SUPPORTED(10),
    MALFORMED_REQUEST(12),
    KEY_DOES_NOT_EXIST(20),
    PRECONDITION_FAILED(22);

    private static final int TIMEOUT = 0;
    private static final int CRASH = 13;
    private static final int FIRST_OF_THE_USER = 1000;

    private final int code;

    ErrorCode(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    ObjectNode body(String text) {
        return Packet.body("error").put("code", code).put("text", text);
    }

    /** Whether an error of this code says that the operation certainly had no effect. */
    static boolean isDefinite(int code) {
        return code != TIMEOUT && code != CRASH && code < FIRST_OF_THE_USER;
    }
}
