package dev.faultline.checkers.lock;

import dev.faultline.checkers.history.Event;

/**
 * The time during which a process may believe that a resource is its own.
 *
 * @param granted the {@code :ok} of the acquire
 * @param ended the event that ended it, or {@code null} when the history ends first
 */
record Hold(Object resource, Event granted, Event ended) {

    /** In nanoseconds. */
    long from() {
        return granted.time();
    }

    /** In nanoseconds; {@link Long#MAX_VALUE} when it was never ended. */
    long to() {
        return ended == null ? Long.MAX_VALUE : ended.time();
    }

    /** Holds that only touch at one instant do not overlap; a process does not exclude itself. */
    boolean overlaps(Hold other) {
        return granted.process() != other.granted.process() && from() < other.to() && other.from() < to();
    }
}
