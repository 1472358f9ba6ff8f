package dev.faultline.checkers.io;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.Keyword;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes an event of the fields that a file holds. Fields that an event does not have are left out.
 *
 * <p>A field {@code key} beside the value, as in Porcupine's test data, makes the value a tuple {@code [key value]}.
 */
final class EventFields {
    private final Place place;
    private Object index;
    private Object time;
    private Object type;
    private Object process;
    private Object f;
    private Object value;
    private Object error;
    private Object node;
    private Object key;
    private boolean hasKey;

    /** No fields yet of an event that begins at this place. */
    EventFields(Place place) {
        this.place = place;
    }

    Place place() {
        return place;
    }

    /** Sets a field; the last one of a name counts. */
    void put(String field, Object given) {
        switch (field) {
            case "index" -> index = given;
            case "time" -> time = given;
            case "type" -> type = given;
            case "process" -> process = given;
            case "f" -> f = given;
            case "value" -> value = given;
            case "error" -> error = given;
            case "node" -> node = given;
            case "key" -> {
                key = given;
                hasKey = true;
            }
            default -> {
                // Other tools' fields say nothing that the checks ask for.
            }
        }
    }

    /** Sets the field {@code f} or {@code process} where it is missing. */
    void putMissing(String field, Object given) {
        if ((field.equals("f") ? f : process) == null) {
            put(field, given);
        }
    }

    boolean isInvocation() {
        return type != null && name(type).equals("invoke");
    }

    /** Whether there is a key beside the value. */
    boolean isKeyed() {
        return hasKey;
    }

    /** The event. A missing index or time is filled with its position in the file. */
    Event event(int position) {
        return new Event(
                (int) whole("index", index, position, Integer.MAX_VALUE),
                whole("time", time, position, Long.MAX_VALUE),
                type(),
                process(),
                f(),
                hasKey ? tuple() : value,
                error,
                node == null ? null : name(node));
    }

    private long whole(String field, Object given, long missing, long maximum) {
        if (given == null) {
            return missing;
        }
        if (given instanceof Long number && number >= 0 && number <= maximum) {
            return number;
        }
        throw unexpected(field, given, "a whole number from 0");
    }

    private EventType type() {
        return switch (name(type)) {
            case "invoke" -> EventType.INVOKE;
            case "ok" -> EventType.OK;
            case "fail" -> EventType.FAIL;
            case "info" -> EventType.INFO;
            default -> throw unexpected("type", type, "invoke, ok, fail or info");
        };
    }

    private int process() {
        if (process == null) {
            throw unexpected("process", null, "a whole number from 0, or nemesis");
        }
        if (!(process instanceof Long) && name(process).equals("nemesis")) {
            return Event.NEMESIS;
        }
        return (int) whole("process", process, 0, Integer.MAX_VALUE);
    }

    private String f() {
        if (f instanceof Keyword || f instanceof String) {
            return name(f);
        }
        throw unexpected("f", f, "the name of an operation, such as read");
    }

    private List<Object> tuple() {
        List<Object> tuple = new ArrayList<>(2);
        tuple.add(key);
        tuple.add(value);
        return tuple;
    }

    /** A keyword's name, or the text of anything else. */
    static String name(Object value) {
        return value instanceof Keyword keyword ? keyword.name() : String.valueOf(value);
    }

    private RuntimeException unexpected(String field, Object found, String what) {
        return place.malformed("in this event, the field " + field + " is " + (found == null ? "missing" : found)
                + ", expected " + what);
    }
}
