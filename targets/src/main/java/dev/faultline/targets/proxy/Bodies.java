package dev.faultline.targets.proxy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads and writes the JSON of the API. Fields may come in any case, and unknown ones are passed over, as in the real one. */
final class Bodies {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Bodies() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(cause);
        }
    }

    /** @throws ApiProblem when it is no JSON, or not of this kind */
    static JsonNode read(String body, JsonNodeType kind) {
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JsonEOFException cut) {
            throw ApiProblem.badBody("unexpected EOF");
        } catch (JsonParseException malformed) {
            throw ApiProblem.badBody(malformed.getOriginalMessage());
        } catch (JsonProcessingException malformed) {
            throw ApiProblem.badBody(String.valueOf(malformed.getOriginalMessage()));
        }
        if (node == null || node.isMissingNode()) {
            throw ApiProblem.badBody("EOF");
        }
        if (node.getNodeType() != kind && !node.isNull()) {
            throw wrongKind(node, "value", kind == JsonNodeType.ARRAY ? "[]struct" : "struct");
        }
        return node;
    }

    private static ApiProblem wrongKind(JsonNode node, String field, String wanted) {
        String found = node.getNodeType().name().toLowerCase(Locale.ROOT);
        return ApiProblem.badBody("json: cannot unmarshal " + found.replace("boolean", "bool") + " into Go " + field
                + " of type " + wanted);
    }

    private static JsonNode field(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (entry.getKey().equalsIgnoreCase(name) && !entry.getValue().isNull()) {
                return entry.getValue();
            }
        }
        return MissingNode.getInstance();
    }

    static String text(JsonNode object, String name, String otherwise) {
        JsonNode field = field(object, name);
        if (field.isMissingNode()) {
            return otherwise;
        }
        if (!field.isTextual()) {
            throw wrongKind(field, "struct field " + name, "string");
        }
        return field.textValue();
    }

    static boolean flag(JsonNode object, String name, boolean otherwise) {
        JsonNode field = field(object, name);
        if (field.isMissingNode()) {
            return otherwise;
        }
        if (!field.isBoolean()) {
            throw wrongKind(field, "struct field " + name, "bool");
        }
        return field.booleanValue();
    }

    static float fraction(JsonNode object, String name, float otherwise) {
        JsonNode field = field(object, name);
        if (field.isMissingNode()) {
            return otherwise;
        }
        if (!field.isNumber()) {
            throw wrongKind(field, "struct field " + name, "float32");
        }
        return field.floatValue();
    }

    /** The numbers of these names; 0, or what was there before, for those that are left out. */
    static Map<String, Number> numbers(JsonNode object, List<String> names, Map<String, Number> before) {
        JsonNode attributes = field(object, "attributes");
        if (!attributes.isMissingNode() && !attributes.isObject()) {
            throw wrongKind(attributes, "struct field attributes", "toxics.Toxic");
        }
        Map<String, Number> numbers = new LinkedHashMap<>();
        for (String name : names) {
            JsonNode field = field(attributes, name);
            if (field.isMissingNode()) {
                numbers.put(name, before.getOrDefault(name, 0));
            } else if (field.isNumber() && (field.isIntegralNumber() || name.equals("probability"))) {
                numbers.put(name, field.numberValue());
            } else {
                throw wrongKind(field, "struct field attributes." + name, "int64");
            }
        }
        return numbers;
    }
}
