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
    static Request write(String f, Object value, ObjectNode body) {
        return new Request(f, value, body, false);
    }

    static Request read(String f, Object value, ObjectNode body) {
        return new Request(f, value, body, true);
    }
}
