package dev.faultline.checkers.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes a history line by line. Each line is one millisecond after the one before, unless told otherwise. */
public final class Script {
    private static final long MILLISECOND = 1_000_000;

    private final List<Event> events = new ArrayList<>();
    private long now;

    /** A list that may hold nil. */
    public static List<Object> tuple(Object... items) {
        return new ArrayList<>(Arrays.asList(items));
    }

    /** The time of the next event, in milliseconds. */
    public Script at(long milliseconds) {
        now = milliseconds * MILLISECOND;
        return this;
    }

    public Script invoke(int process, String f, Object value) {
        return add(EventType.INVOKE, process, f, value, null);
    }

    public Script ok(int process, String f, Object value) {
        return add(EventType.OK, process, f, value, null);
    }

    public Script fail(int process, String f, Object value) {
        return add(EventType.FAIL, process, f, value, null);
    }

    public Script info(int process, String f, Object value) {
        return add(EventType.INFO, process, f, value, null);
    }

    public Script nemesis(String f, Object value) {
        return add(EventType.INFO, Event.NEMESIS, f, value, null);
    }

    public Script add(EventType type, int process, String f, Object value, Object error) {
        String node = process == Event.NEMESIS ? null : "n" + (process + 1);
        events.add(new Event(events.size(), now, type, process, f, value, error, node));
        now += MILLISECOND;
        return this;
    }

    public int size() {
        return events.size();
    }

    public History history() {
        return History.of(events);
    }
}
