package dev.faultline.harness.fault;

import java.util.List;

/**
 * A fault that has struck.
 *
 * @param f its name in the history, such as {@code partition}
 * @param value what it hit, as the history records it
 * @param endF the name of its end in the history, such as {@code healed}; {@code null} for a fault without an end
 * @param end undoes it
 */
public record Strike(String f, List<?> value, String endF, Runnable end) {

    /** Whether it hit nothing at all. */
    public boolean isVoid() {
        return value.isEmpty();
    }
}
