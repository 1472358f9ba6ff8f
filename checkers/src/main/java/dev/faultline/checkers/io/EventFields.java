package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.Keyword;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes an event of the fields that a file holds. Fields that an event does not have are left out.
 *
 * <p>A field {@code key} beside the value, as in Porcupine's test data, makes the value a tuple {@code [key value]}.
 *
 * @param place where the event begins
 */
record EventFields(Map<String, Object> fields, Place place) {

    /** The event. A missing index or time is filled with its position in the file. */
    Event event(int position) {
        return new Event(
                (int) whole("index", position, Integer.MAX_VALUE),
                whole("time", position, Long.MAX_VALUE),
                type(),
                process(),
                f(),
                value(),
                fields.get("error"),
                fields.get("node") == null ? null : name(fields.get("node")));
    }

    private long whole(String field, long missing, long maximum) {
        Object value = fields.get(field);
        if (value == null) {
            return missing;
        }
        if (value instanceof Long number && number >= 0 && number <= maximum) {
            return number;
        }
        throw unexpected(field, "a whole number from 0");
    }

    private EventType type() {
        String type = name(fields.get("type"));
        return Arrays.stream(EventType.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(type))
                .findFirst()
                .orElseThrow(() -> unexpected("type", "invoke, ok, fail or info"));
    }

    private int process() {
        Object process = fields.get("process");
        if (name(process).equals("nemesis")) {
            return Event.NEMESIS;
        }
        if (process == null) {
            throw unexpected("process", "a whole number from 0, or nemesis");
        }
        return (int) whole("process", 0, Integer.MAX_VALUE);
    }

    private String f() {
        if (fields.get("f") instanceof Keyword || fields.get("f") instanceof String) {
            return name(fields.get("f"));
        }
        throw unexpected("f", "the name of an operation, such as read");
    }

    private Object value() {
        Object value = fields.get("value");
        if (!fields.containsKey("key")) {
            return value;
        }
        List<Object> tuple = new ArrayList<>(2);
        tuple.add(fields.get("key"));
        tuple.add(value);
        return tuple;
    }

    private static String name(Object value) {
        return value instanceof Keyword keyword ? keyword.name() : String.valueOf(value);
    }

    private RuntimeException unexpected(String field, String what) {
        return place.malformed("in this event, the field " + field + " is "
                + (fields.get(field) == null ? "missing" : fields.get(field)) + ", expected " + what);
    }
}
