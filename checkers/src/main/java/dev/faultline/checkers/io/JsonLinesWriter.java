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
    private final boolean isExact;
    private Event current;

    private JsonLinesWriter(JsonGenerator json, boolean isExact) {
        this.json = json;
        this.isExact = isExact;
    }

    /**
     * Writes the events.
     *
     * @param isExact whether to refuse what would be read back as something else
     */
    static void write(List<Event> events, Writer writer, boolean isExact) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(writer)) {
            json.setRootValueSeparator(null);
            JsonLinesWriter lines = new JsonLinesWriter(json, isExact);
            for (Event event : events) {
                lines.write(event);
                json.writeRaw('\n');
            }
        }
    }

    private void write(Event event) throws IOException {
        current = event;
        json.writeStartObject();
        json.writeNumberField("index", event.index());
        json.writeNumberField("time", event.time());
        json.writeStringField("type", event.type().name().toLowerCase(Locale.ROOT));
        json.writeFieldName("process");
        value(event.isNemesis() ? "nemesis" : event.process());
        json.writeStringField("f", text(event.f()));
        json.writeFieldName("value");
        value(event.value());
        if (event.error() != null) {
            json.writeFieldName("error");
            value(event.error());
        }
        if (event.node() != null) {
            json.writeStringField("node", text(event.node()));
        }
        json.writeEndObject();
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Double || value instanceof Float) {
            number(((Number) value).doubleValue());
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
            key(entry.getKey());
            value(entry.getValue());
        }
        json.writeEndObject();
    }

    private void number(double number) throws IOException {
        if (isExact && !Double.isFinite(number)) {
            throw Unwritable.in(Format.JSONL, current, "JSON has no number " + number);
        }
        json.writeNumber(number);
    }

    private void key(Object key) throws IOException {
        if (isExact && !(key instanceof String) && !(key instanceof Keyword)) {
            throw Unwritable.in(Format.JSONL, current, "the key " + key + " of a map is no text, as JSON's keys are");
        }
        json.writeFieldName(text(key));
    }

    private static String text(Object value) {
        String text = String.valueOf(value);
        return !(value instanceof Keyword) && text.startsWith(":") ? ":" + text : text;
    }
}
