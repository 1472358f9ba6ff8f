package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as the values of histories, and back. */
final class Values {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Values() {}

    /** Whole numbers become {@code Long}, or text when they are longer; objects become maps with text as keys. */
    static Object of(JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return null;
        }
        if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(of(item)));
            return list;
        }
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(field -> map.put(field.getKey(), of(field.getValue())));
            return map;
        }
        return node.isNumber() ? number(node) : node.isBoolean() ? (Object) node.asBoolean() : node.asText();
    }

    private static Object number(JsonNode node) {
        if (!node.isIntegralNumber()) {
            return node.asDouble();
        }
        return node.canConvertToLong() ? (Object) node.asLong() : node.asText();
    }

    static JsonNode json(Object value) {
        return MAPPER.valueToTree(value);
    }
}
