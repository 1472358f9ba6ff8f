package dev.faultline.checkers.workload;

import dev.faultline.checkers.history.Event;
import java.util.List;

/**
 * What a history tells of one element of a set. Reads have ranks, in the order of their invocations, and are told to an
 * element from the last to the first, so that the last one without it is found without a visit to each.
 */
final class Element {
    private final Object value;
    private Event known;
    private int knownAt = Integer.MAX_VALUE;
    private int lastPresent = -1;
    private int lastAbsent;

    /** How it fared. */
    enum Fate {
        /** Seen by every read from some one on. */
        STABLE,
        /** Known to be there, yet not seen from some read on. */
        LOST,
        /** Nothing of these can be said. */
        NEVER_READ
    }

    Element(Object value, int reads) {
        this.value = value;
        this.lastAbsent = reads - 1;
    }

    /** It certainly was there at this position. */
    void knownBy(Event event, int position) {
        if (position < knownAt) {
            known = event;
            knownAt = position;
        }
    }

    void seen(int rank, Span read) {
        lastPresent = Math.max(lastPresent, rank);
        if (lastAbsent == rank) {
            lastAbsent = rank - 1;
        }
        knownBy(read.event(), read.end());
    }

    Fate fate(List<Span> reads) {
        if (lastPresent > lastAbsent) {
            return Fate.STABLE;
        }
        return missedOnceKnown(reads) ? Fate.LOST : Fate.NEVER_READ;
    }

    /** Whether a read that began once the element was known did not see it. */
    boolean missedOnceKnown(List<Span> reads) {
        return lastAbsent >= 0 && reads.get(lastAbsent).begin() > knownAt;
    }

    /** How long after it was known the last read without it began. */
    long staleFor(List<Span> reads) {
        return missedOnceKnown(reads) ? since(reads.get(lastAbsent)) : 0;
    }

    /** How long after it was known the last read with it began. */
    long lostAfter(List<Span> reads) {
        return lastPresent < 0 ? 0 : since(reads.get(lastPresent));
    }

    private long since(Span read) {
        return Math.max(0, read.operation().invokedAt() - known.time());
    }

    Object value() {
        return value;
    }

    Event known() {
        return known;
    }

    /** The last read that began and did not see it; only when there is one. */
    Span lastMiss(List<Span> reads) {
        return reads.get(lastAbsent);
    }

    /** The last read that saw it; only when there is one. */
    Span lastSight(List<Span> reads) {
        return reads.get(lastPresent);
    }
}
