package dev.faultline.targets.stdio;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.harness.runtime.Trace;
import java.util.function.LongSupplier;

/** Writes the history of a run, and tells the trace of every event at once. Used by the loop's thread, but for the counts. */
final class Recorder {
    private final Trace trace;
    private final LongSupplier clock;
    private final History.Builder history = History.builder();
    private volatile int asked;
    private volatile int answered;

    /** @param clock nanoseconds since the run began */
    Recorder(Trace trace, LongSupplier clock) {
        this.trace = trace;
        this.clock = clock;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the loop's thread counts
    void record(EventType type, int process, String f, Object value, Object error, String node) {
        Event event = new Event(history.size(), clock.getAsLong(), type, process, f, value, error, node);
        history.add(event);
        trace.recorded(event);
        if (type == EventType.INVOKE) {
            asked++;
        } else if (type == EventType.OK) {
            answered++;
        }
    }

    /** In words, from any thread. */
    String counts() {
        return asked + " operations, " + answered + " answered";
    }

    /** When the loop has ended. */
    History history() {
        return history.build();
    }
}
