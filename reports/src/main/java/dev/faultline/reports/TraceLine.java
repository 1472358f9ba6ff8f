package dev.faultline.reports;

import java.util.Objects;

/**
 * A line of {@code trace.jsonl}. Fields that a kind does not have are {@code null} or 0.
 *
 * @param step how many events the nodes had handled
 * @param time nanoseconds since the run began
 * @param kind {@code start}, {@code send}, {@code deliver}, {@code drop}, {@code timeout}, {@code crash}, {@code pause},
 *     {@code resume}, {@code fault} or {@code state}
 * @param node where it happened
 * @param peer the other end of a message
 * @param message the message's number, or 0
 * @param what the message, the timer, the new state, or the fault, as JSON gives it
 */
record TraceLine(long step, long time, String kind, String node, String peer, long message, Object what) {
    TraceLine {
        Objects.requireNonNull(kind, "kind");
        if (!kind.equals("fault")) {
            Objects.requireNonNull(node, "node");
        }
        if (kind.equals("send") || kind.equals("deliver") || kind.equals("drop")) {
            Objects.requireNonNull(peer, "peer");
        }
    }

    boolean is(String other) {
        return kind.equals(other);
    }

    /** Whether this is the loss of a message at the very moment when it was sent. */
    boolean isLossOf(TraceLine sent) {
        return is("drop") && sent.is("send") && sent.message() == message && sent.time() == time;
    }
}
