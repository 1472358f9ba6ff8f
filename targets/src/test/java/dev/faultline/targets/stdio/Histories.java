package dev.faultline.targets.stdio;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.List;

/** Histories of tests, an operation after the other. The process's number is that of its node, less one. */
final class Histories {
    private final List<Event> events = new ArrayList<>();

    private Histories event(EventType type, int process, String f, Object value, Object error) {
        int index = events.size();
        events.add(new Event(index, index, type, process, f, value, error, "n" + (process + 1)));
        return this;
    }

    Histories ok(int process, String f, Object asked, Object answered) {
        return event(EventType.INVOKE, process, f, asked, null).event(EventType.OK, process, f, answered, null);
    }

    Histories fail(int process, String f, Object asked, Object error) {
        return event(EventType.INVOKE, process, f, asked, null).event(EventType.FAIL, process, f, asked, error);
    }

    Histories info(int process, String f, Object asked) {
        return event(EventType.INVOKE, process, f, asked, null).event(EventType.INFO, process, f, asked, null);
    }

    History history() {
        return History.of(events);
    }
}
