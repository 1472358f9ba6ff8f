package dev.faultline.checkers.workload;

import dev.faultline.checkers.history.Event;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** What a history tells of one value that was written. Reads are told to it in the order of their invocations. */
final class Written {
    private final Object value;
    private Span acknowledged;
    private Span failed;
    private boolean mayExist;
    private Event sighted;
    private int nextFinal;

    Written(Object value) {
        this.value = value;
    }

    /** A write of it. When several were acknowledged, the first one counts. O(log n). */
    void attempted(Span write, List<Span> finals) {
        mayExist |= write.mayTakeEffect();
        if (!write.mayTakeEffect()) {
            failed = write;
        } else if (write.isOk() && (acknowledged == null || write.end() < acknowledged.end())) {
            acknowledged = write;
            nextFinal = firstAfter(finals, write.end());
        }
    }

    /**
     * A read saw it.
     *
     * @param rank the number of the final read, negative when it is not one
     */
    void seen(int rank, Event read) {
        sighted = sighted == null ? read : sighted;
        // The next final read is the first one that misses the value when a later one is told before it was.
        if (rank == nextFinal) {
            nextFinal++;
        }
    }

    boolean isAcknowledged() {
        return acknowledged != null;
    }

    /** Whether nobody acknowledged it, and yet it was seen. */
    boolean isRecovered() {
        return acknowledged == null && mayExist && sighted != null;
    }

    void judge(NavigableMap<Integer, Event> crashes, List<Span> finals, Anomalies anomalies) {
        if (acknowledged != null && nextFinal < finals.size()) {
            Event written = acknowledged.event();
            Event read = finals.get(nextFinal).event();
            Event crash = lastBetween(crashes, written, read);
            anomalies.add(
                    "lost",
                    () -> "The value " + Entries.say(value) + ", acknowledged to " + Span.who(written)
                            + ", is missing from the final read of " + Span.who(read) + Durability.after(crash) + ".",
                    written,
                    crash,
                    read);
        }
        if (!mayExist && sighted != null) {
            Event failure = failed.event();
            anomalies.add(
                    "resurrected",
                    () -> "The value " + Entries.say(value) + " was seen by the read of " + Span.who(sighted)
                            + ", although its write by " + Span.who(failure) + " failed.",
                    failure,
                    sighted);
        }
    }

    private static Event lastBetween(NavigableMap<Integer, Event> events, Event from, Event to) {
        Map.Entry<Integer, Event> last = events.lowerEntry(to.index());
        return last == null || last.getKey() < from.index() ? null : last.getValue();
    }

    private static int firstAfter(List<Span> reads, int position) {
        int low = 0;
        int high = reads.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reads.get(middle).begin() > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
