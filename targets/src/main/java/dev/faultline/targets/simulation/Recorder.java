package dev.faultline.targets.simulation;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.List;

/** Writes the history of a run. */
final class Recorder {
    private final List<Event> events = new ArrayList<>();

    void record(long time, EventType type, int process, String f, Object value, Object error, String node) {
        events.add(new Event(events.size(), time, type, process, f, value, error, node));
    }

    void fault(long time, String f, Object value) {
        record(time, EventType.INFO, Event.NEMESIS, f, value, null, null);
    }

    History history() {
        return History.of(events);
    }
}
