package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that a client asks a node for.
 *
 * @param f its name in the history
 * @param value its argument there
 * @param body the request, still without a number
 * @param readOnly whether it changes nothing, so that without an answer it has failed
 */
record Request(String f, Object value, ObjectNode body, boolean readOnly) {
    /** A read whose answer, unlike that of others, has to be complete. */
    static final String LAST_READ = "read-final";

    static Request write(String f, Object value, ObjectNode body) {
        return new Request(f, value, body, false);
    }

    static Request read(String f, Object value, ObjectNode body) {
        return new Request(f, value, body, true);
    }

    /** The type of the answer. */
    String answered() {
        return body.get("type").asText() + "_ok";
    }
}
