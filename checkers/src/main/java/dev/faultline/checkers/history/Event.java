package dev.faultline.checkers.history;

import java.util.Objects;

/**
 * One line of a history.
 *
 * @param index position in the history, from 0
 * @param time nanoseconds since the run began
 * @param type invocation, or how the operation ended
 * @param process the client process, from 0, or {@link #NEMESIS}
 * @param f what the operation does, such as {@code read}
 * @param value argument or result: {@code null}, {@code Boolean}, {@code Long}, {@code Double}, {@code String},
 *     {@link Keyword}, or a {@code List} or {@code Map} of these
 * @param error why the operation failed or is indeterminate, or {@code null}
 * @param node the node that the process talked to, or {@code null} when unknown
 */
public record Event(
        int index, long time, EventType type, int process, String f, Object value, Object error, String node) {
    /** The process number of the nemesis, which injects faults. Written as {@code :nemesis}. */
    public static final int NEMESIS = -1;

    public Event {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(f, "f");
    }

    /** Whether this event is a fault rather than an operation of a client. */
    public boolean isNemesis() {
        return process == NEMESIS;
    }
}
