package dev.faultline.checkers.workload;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.history.Event;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What went into a queue and what came out, told in the order of the history. */
final class QueueTraffic {
    private final boolean exactlyOnce;
    private final Map<Object, Flow> flows = new LinkedHashMap<>();
    private final Anomalies anomalies = new Anomalies("unexpected", "duplicated", "lost");
    private Span emptied;
    private long perhaps;
    private long taken;

    /** One element, which may have been enqueued more than once. */
    private static final class Flow {
        private final List<Span> acknowledged = new ArrayList<>(1);
        private Span refused;
        private Event firstTaken;
        private int offered;
        private int taken;

        /** How many acknowledged ones did not come out. */
        int missing() {
            return Math.max(0, acknowledged.size() - taken);
        }

        /** How many of these were in the queue before it was found empty. */
        int lost(Span emptied) {
            long later = acknowledged.stream()
                    .filter(span -> emptied == null || !span.acknowledgedBefore(emptied.begin()))
                    .count();
            return Math.max(0, missing() - (int) later);
        }

        int recovered() {
            return Math.max(0, Math.min(taken, offered) - acknowledged.size());
        }
    }

    QueueTraffic(boolean exactlyOnce) {
        this.exactlyOnce = exactlyOnce;
    }

    private Flow flow(Object element) {
        return flows.computeIfAbsent(element, first -> new Flow());
    }

    void offered(Object element) {
        flow(element).offered++;
    }

    void refused(Object element, Span span) {
        flow(element).refused = span;
    }

    void acknowledged(Object element, Span span) {
        flow(element).acknowledged.add(span);
    }

    void taken(Object element, Event event) {
        taken++;
        Flow flow = flow(element);
        flow.taken++;
        if (flow.offered == 0) {
            String why = flow.refused == null ? "before anyone enqueued it" : "although its enqueue failed";
            anomalies.add(
                    "unexpected",
                    () -> "The element " + element + " came out to " + Span.who(event) + " " + why + ".",
                    flow.refused == null ? null : flow.refused.event(),
                    event);
        } else if (exactlyOnce && flow.taken > flow.offered) {
            Event first = flow.firstTaken;
            anomalies.add(
                    "duplicated",
                    () -> "The element " + element + ", enqueued "
                            + (flow.offered == 1 ? "once" : flow.offered + " times") + ", came out to "
                            + Span.who(first) + " and once too often to " + Span.who(event) + ".",
                    first,
                    event);
        }
        flow.firstTaken = flow.firstTaken == null ? event : flow.firstTaken;
    }

    /** A dequeue of unknown outcome: it may have taken one. */
    void takenPerhaps() {
        perhaps++;
    }

    /** The queue was empty at some moment of this operation. */
    void empty(Span span) {
        if (emptied == null || span.begin() > emptied.begin()) {
            emptied = span;
        }
    }

    /**
     * Decides at the end.
     *
     * @param open how many dequeues were never answered
     * @param draining whether a drain is of unknown outcome, which may have taken any number
     */
    CheckResult decide(long open, boolean draining, Map<String, Object> details) {
        perhaps += open;
        long lost =
                flows.values().stream().mapToLong(flow -> flow.lost(emptied)).sum();
        long missing = flows.values().stream().mapToLong(Flow::missing).sum();
        details.put("dequeued", taken);
        details.put("dequeues-of-unknown-outcome", perhaps);
        details.put(
                "recovered", flows.values().stream().mapToLong(Flow::recovered).sum());
        details.put(
                "duplicates",
                flows.values().stream()
                        .filter(flow -> flow.offered > 0)
                        .mapToLong(flow -> Math.max(0, flow.taken - flow.offered))
                        .sum());
        details.put("missing", missing);
        if (lost > perhaps && !draining) {
            flows.forEach(this::tellLost);
        }
        return anomalies.decide(details, unknown(lost, missing, draining));
    }

    private void tellLost(Object element, Flow flow) {
        for (Span enqueue : flow.acknowledged.subList(0, flow.lost(emptied))) {
            Event enqueued = enqueue.event();
            String unless =
                    perhaps == 0 ? "" : "; dequeues of unknown outcome can have taken only " + perhaps + " such";
            anomalies.add(
                    "lost",
                    () -> "The element " + element + ", acknowledged to " + Span.who(enqueued)
                            + ", never came out, although the "
                            + emptied.operation().f() + " of "
                            + Span.who(emptied.event()) + " later found the queue empty" + unless + ".",
                    enqueued,
                    emptied.invocation(),
                    emptied.event());
        }
    }

    private String unknown(long lost, long missing, boolean draining) {
        if (lost > 0) {
            return lost + " acknowledged elements never came out, but " + (draining ? "a drain" : perhaps + " dequeues")
                    + " of unknown outcome may have taken them.";
        }
        if (missing > 0) {
            return missing
                    + " acknowledged elements did not come out and may still be in the queue, because nobody found"
                    + " it empty later. Drain it at the end.";
        }
        boolean nothing = taken == 0 && flows.values().stream().allMatch(flow -> flow.acknowledged.isEmpty());
        return nothing ? "Nothing was acknowledged to be in the queue, and nothing came out." : null;
    }
}
