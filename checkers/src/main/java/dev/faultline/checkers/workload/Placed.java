package dev.faultline.checkers.workload;

import dev.faultline.checkers.history.Event;

/**
 * That a value stands at an offset of the log of a key.
 *
 * @param offset where, or {@code null} when unknown
 * @param event what says so
 */
record Placed(String key, Object value, Long offset, Event event) {

    /** Such as {@code a at offset 3 of x}. */
    @Override
    public String toString() {
        return value + " at offset " + offset + " of " + key;
    }

    /** Such as {@code a at offset 3 of x, told by process 1 (event 7)}. */
    String source() {
        return this + ", as told by " + Span.who(event);
    }
}
