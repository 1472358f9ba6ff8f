package dev.faultline.harness.workload;

/**
 * An operation that a client is about to ask for.
 *
 * @param msgId its number, increasing per client; a retry carries the same number
 * @param f what it does, such as {@code read}
 * @param value its argument, as the history records it
 */
public record Invocation(long msgId, String f, Object value) {}
