package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.Keyword;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes Jepsen's {@code history.edn}: one map an event, one event a line. */
final class EdnWriter {
    private final Appendable out;

    private EdnWriter(Appendable out) {
        this.out = out;
    }

    static void write(List<Event> events, Appendable out) throws IOException {
        EdnWriter writer = new EdnWriter(out);
        for (Event event : events) {
            writer.write(event);
        }
    }

    private void write(Event event) throws IOException {
        out.append("{:index ").append(String.valueOf(event.index()));
        out.append(", :time ").append(String.valueOf(event.time()));
        out.append(", :type :").append(event.type().name().toLowerCase(Locale.ROOT));
        out.append(", :process ").append(event.isNemesis() ? ":nemesis" : String.valueOf(event.process()));
        out.append(", :f :").append(event.f());
        field("value", event.value());
        if (event.error() != null) {
            field("error", event.error());
        }
        if (event.node() != null) {
            field("node", event.node());
        }
        out.append("}\n");
    }

    private void field(String name, Object value) throws IOException {
        out.append(", :").append(name).append(' ');
        value(value);
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
        } else if (value instanceof Boolean || value instanceof Number || value instanceof Keyword) {
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
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}
