package dev.faultline.checkers.workload;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.Keyword;
import dev.faultline.checkers.history.MalformedHistoryException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads the values of events, whether they come from EDN (keywords) or from JSON (strings). */
final class Shapes {
    private Shapes() {}

    /** The one error for a value of the wrong shape. */
    static MalformedHistoryException malformed(Event event, String expected) {
        return new MalformedHistoryException("Event " + event.index() + ": :" + event.f() + " has the value "
                + event.value() + " where " + expected + " is expected, so the workload cannot be judged. Record the"
                + " value in this shape.");
    }

    static Collection<?> collection(Event event, String expected) {
        if (event.value() instanceof Collection<?> items) {
            return items;
        }
        throw malformed(event, expected);
    }

    static Map<?, ?> map(Event event, String expected) {
        if (event.value() instanceof Map<?, ?> map) {
            return map;
        }
        throw malformed(event, expected);
    }

    static long whole(Event event, Object value, String expected) {
        if (value instanceof Long number) {
            return number;
        }
        throw malformed(event, expected);
    }

    static Object present(Event event, String expected) {
        if (event.value() == null) {
            throw malformed(event, expected);
        }
        return event.value();
    }

    /** A list of exactly so many items. */
    static List<?> tuple(Event event, Object value, int size, String expected) {
        if (value instanceof List<?> items && items.size() == size) {
            return items;
        }
        throw malformed(event, expected);
    }

    static Object field(Map<?, ?> map, String name) {
        Object value = map.get(new Keyword(name));
        return value == null ? map.get(name) : value;
    }

    /** A keyword or string as a word; a key of a map as JSON would write it, so that {@code 1} and {@code "1"} are one. */
    static String word(Object value) {
        return value instanceof Keyword keyword ? keyword.name() : String.valueOf(value);
    }

    /**
     * The sum.
     *
     * @param event where the second number comes from
     */
    static long sum(Event event, long one, long other) {
        try {
            return Math.addExact(one, other);
        } catch (ArithmeticException overflow) {
            throw malformed(event, "a number whose sum with the others fits into 64 bits");
        }
    }
}
