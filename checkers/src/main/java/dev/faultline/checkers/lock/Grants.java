package dev.faultline.checkers.lock;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.MalformedHistoryException;
import java.util.List;

/** Takes {@code [resource token]} apart. */
final class Grants {
    private Grants() {}

    static Object resource(Event event) {
        return pair(event).get(0);
    }

    /** The fencing token; an absent one is lower than any other. */
    static long token(Event event) {
        Object token = pair(event).get(1);
        if (token == null) {
            return Long.MIN_VALUE;
        }
        if (token instanceof Long number) {
            return number;
        }
        throw unexpected(event);
    }

    private static List<?> pair(Event event) {
        if (event.value() instanceof List<?> list && list.size() == 2) {
            return list;
        }
        throw unexpected(event);
    }

    private static MalformedHistoryException unexpected(Event event) {
        return new MalformedHistoryException("Event " + event.index() + ": :" + event.f() + " has the value "
                + event.value()
                + " where [resource token] is expected, the token a whole number or nil. The locks cannot"
                + " be judged. Record the value in this shape.");
    }
}
