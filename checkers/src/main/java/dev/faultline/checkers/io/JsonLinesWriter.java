package dev.faultline.checkers.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.Keyword;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes JSON lines: one object an event.
 *
 * <p>In values, a keyword is a string that starts with one colon; a string that starts with a colon gets another one
 * before it. So both come back as they were. Keys of maps become strings.
 */
final class JsonLinesWriter {
    private final JsonGenerator json;

    private JsonLinesWriter(JsonGenerator json) {
        this.json = json;
    }

    static void write(List<Event> events, Writer writer) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
            json.setRootValueSeparator(null);
            JsonLinesWriter lines = new JsonLinesWriter(json);
            for (Event event : events) {
                lines.write(event);
                json.writeRaw('\n');
            }
        }
    }

    private void write(Event event) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", event.index());
        json.writeNumberField("time", event.time());
        json.writeStringField("type", event.type().name().toLowerCase(Locale.ROOT));
        json.writeFieldName("process");
        value(event.isNemesis() ? "nemesis" : event.process());
        json.writeStringField("f", event.f());
        json.writeFieldName("value");
        value(event.value());
        if (event.error() != null) {
            json.writeFieldName("error");
            value(event.error());
        }
        if (event.node() != null) {
            json.writeStringField("node", event.node());
        }
        json.writeEndObject();
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Double || value instanceof Float) {
            json.writeNumber(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Collection<?> items) {
            array(items);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else {
            json.writeString(text(value));
        }
    }

    private void array(Collection<?> items) throws IOException {
        json.writeStartArray();
        for (Object item : items) {
            value(item);
        }
        json.writeEndArray();
    }

    private void object(Map<?, ?> map) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            json.writeFieldName(text(entry.getKey()));
            value(entry.getValue());
        }
        json.writeEndObject();
    }

    private static String text(Object value) {
        String text = String.valueOf(value);
        return !(value instanceof Keyword) && text.startsWith(":") ? ":" + text : text;
    }
}
