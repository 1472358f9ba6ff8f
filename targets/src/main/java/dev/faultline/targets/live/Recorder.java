package dev.faultline.targets.live;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.harness.runtime.Trace;
import java.util.ArrayList;
import java.util.List;

/** Writes the history of a run, and tells the trace of every event at once. Used by the loop. */
final class Recorder {
    private final List<Event> events = new ArrayList<>();
    private final Trace trace;

    Recorder(Trace trace) {
        this.trace = trace;
    }

    synchronized void record(
            long time, EventType type, int process, String f, Object value, Object error, String node) {
        Event event = new Event(events.size(), time, type, process, f, value, error, node);
        events.add(event);
        trace.recorded(event);
    }

    synchronized History history() {
        return History.of(events);
    }
}
