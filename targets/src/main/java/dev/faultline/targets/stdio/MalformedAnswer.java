package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer does not have the fields that its workload's answers have. */
final class MalformedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param wanted what should have been there, such as {@code a whole number 'offset'} */
    MalformedAnswer(String wanted) {
        super(wanted);
    }

    /** A field that may be anything but nothing. */
    static JsonNode present(JsonNode answer, String field) {
        require(answer.hasNonNull(field), "a field '" + field + "'");
        return answer.get(field);
    }

    /** A field that may be anything. */
    static JsonNode field(JsonNode answer, String field) {
        require(answer.has(field), "a field '" + field + "'");
        return answer.get(field);
    }

    static JsonNode list(JsonNode answer, String field) {
        require(answer.path(field).isArray(), "a list '" + field + "'");
        return answer.get(field);
    }

    static JsonNode object(JsonNode answer, String field) {
        require(answer.path(field).isObject(), "an object '" + field + "'");
        return answer.get(field);
    }

    static long whole(JsonNode answer, String field) {
        require(isWhole(answer.path(field)), "a whole number '" + field + "'");
        return answer.get(field).asLong();
    }

    static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    static void require(boolean fine, String wanted) {
        if (!fine) {
            throw new MalformedAnswer(wanted);
        }
    }
}
