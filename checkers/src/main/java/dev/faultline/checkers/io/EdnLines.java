package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Writes the formats that have an event a line with values in EDN. */
final class EdnLines {
    private static final Set<String> KEYED = Set.of("get", "put", "append");

    private EdnLines() {}

    static void write(List<Event> events, Appendable out, Format format) throws IOException {
        EdnWriter writer = new EdnWriter(out, format);
        for (Event event : events) {
            switch (format) {
                case JEPSEN_LOG -> writer.line(event);
                case PORCUPINE_KV -> keyed(writer, event);
                case ELLE -> transaction(writer, event);
                default -> writer.map(event);
            }
        }
    }

    private static void keyed(EdnWriter writer, Event event) throws IOException {
        if (!KEYED.contains(event.f()) || event.type() == EventType.FAIL || event.type() == EventType.INFO) {
            throw Unwritable.in(Format.PORCUPINE_KV, event, "it is no call or answered get, put or append");
        }
        if (!(event.value() instanceof List<?> tuple)
                || tuple.size() != 2
                || !(tuple.get(0) instanceof String key)
                || !(tuple.get(1) == null || tuple.get(1) instanceof String)
                || event.error() != null) {
            throw Unwritable.in(
                    Format.PORCUPINE_KV,
                    event,
                    "its value is no tuple of a text and a text or nil, or it has an error");
        }
        writer.keyed(event, key, tuple.get(1));
    }

    private static void transaction(EdnWriter writer, Event event) throws IOException {
        if (!event.isNemesis() && !event.f().equals("txn")) {
            throw Unwritable.in(Format.ELLE, event, ":" + event.f() + " is not :txn");
        }
        writer.map(event);
    }
}
