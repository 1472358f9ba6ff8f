package dev.faultline.harness.workload;

/**
 * One operation of a session.
 *
 * @param f what it does, such as {@code read}
 * @param value its argument, as the history records it
 * @param readOnly whether it changes nothing, so that without an answer it ends as {@code :fail} rather than {@code :info}
 */
public record Step(String f, Object value, boolean readOnly) {

    public static Step write(String f, Object value) {
        return new Step(f, value, false);
    }

    public static Step read(String f, Object value) {
        return new Step(f, value, true);
    }
}
