package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.Keyword;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** Writes Jepsen's {@code history.edn}, one map an event, and formats that hold values in EDN; one event a line. */
final class EdnWriter {
    private final Appendable out;
    private final Format format;
    private Event current;

    /** A writer of events in EDN, or in a format that holds values in EDN. */
    EdnWriter(Appendable out, Format format) {
        this.out = out;
        this.format = format;
    }

    /** Writes an event as a map. */
    void map(Event event) throws IOException {
        begin(event);
        out.append("{:index ").append(String.valueOf(event.index()));
        out.append(", :time ").append(String.valueOf(event.time()));
        out.append(", :type ").append(type(event));
        out.append(", :process ").append(process(event));
        out.append(", :f ");
        f(event);
        field("value", event.value());
        if (event.error() != null) {
            field("error", event.error());
        }
        if (event.node() != null) {
            field("node", event.node());
        }
        out.append("}\n");
    }

    /** Writes an event as a line of a log. */
    void line(Event event) throws IOException {
        begin(event);
        out.append(LogReader.LINE).append(process(event));
        out.append('\t').append(type(event)).append('\t');
        f(event);
        out.append('\t');
        value(event.value());
        if (event.error() != null) {
            out.append('\t');
            value(event.error());
        }
        out.append('\n');
    }

    /** Writes an event whose value is a key and a value, as Porcupine's test data has it. */
    void keyed(Event event, Object key, Object value) throws IOException {
        begin(event);
        out.append("{:process ").append(process(event));
        out.append(", :type ").append(type(event));
        out.append(", :f ");
        f(event);
        field("key", key);
        field("value", value);
        out.append("}\n");
    }

    private void begin(Event event) {
        current = event;
        if (event.index() < 0 || event.time() < 0 || event.process() < Event.NEMESIS) {
            throw Unwritable.in(format, event, "its index, its time or its process is negative");
        }
    }

    private static String type(Event event) {
        return ":" + event.type().name().toLowerCase(Locale.ROOT);
    }

    private static String process(Event event) {
        return event.isNemesis() ? ":nemesis" : String.valueOf(event.process());
    }

    private void f(Event event) throws IOException {
        if (isName(event.f())) {
            out.append(':').append(event.f());
        } else {
            string(event.f());
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().noneMatch(Utf8::isDelimiter);
    }

    private void field(String name, Object value) throws IOException {
        out.append(", :").append(name).append(' ');
        value(value);
    }

    private void keyword(Keyword keyword) throws IOException {
        if (!isName(keyword.name())) {
            throw Unwritable.in(format, current, "a keyword cannot have the name '" + keyword.name() + "'");
        }
        out.append(keyword.toString());
    }

    private void value(Object value) throws IOException {
        if (value == null) {
            out.append("nil");
        } else if (value instanceof Collection<?> items) {
            vector(items);
        } else if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            out.append("##").append(number.toString().replace("Infinity", "Inf"));
        } else if (value instanceof Keyword keyword) {
            keyword(keyword);
        } else if (value instanceof Boolean || value instanceof Number) {
            out.append(value.toString());
        } else {
            string(value.toString());
        }
    }

    private void vector(Collection<?> items) throws IOException {
        out.append('[');
        for (Iterator<?> i = items.iterator(); i.hasNext(); ) {
            value(i.next());
            out.append(i.hasNext() ? " " : "");
        }
        out.append(']');
    }

    private void map(Map<?, ?> map) throws IOException {
        out.append('{');
        for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
            Map.Entry<?, ?> entry = i.next();
            value(entry.getKey());
            out.append(' ');
            value(entry.getValue());
            out.append(i.hasNext() ? ", " : "");
        }
        out.append('}');
    }

    private void string(String text) throws IOException {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> character(text, i);
            }
        }
        out.append('"');
    }

    /** Half of a surrogate pair, which UTF-8 does not hold, is written by its number. */
    private void character(String text, int i) throws IOException {
        char c = text.charAt(i);
        if (Character.isSurrogate(c) && !isPaired(text, i)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        } else {
            out.append(c);
        }
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
