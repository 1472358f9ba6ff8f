package dev.faultline.checkers.history;

/**
 * An invocation and its completion.
 *
 * @param invocation the event of type {@link EventType#INVOKE}
 * @param completion the event that ended it, or {@code null} when the history ends first
 */
public record Operation(Event invocation, Event completion) {

    /** What the operation does, such as {@code read}. */
    public String f() {
        return invocation.f();
    }

    /** The client process. */
    public int process() {
        return invocation.process();
    }

    /** The argument. */
    public Object input() {
        return invocation.value();
    }

    /** The completion's value, or {@code null} when there is none. */
    public Object output() {
        return completion == null ? null : completion.value();
    }

    /** How it ended; {@link EventType#INFO} when nobody knows. */
    public EventType outcome() {
        return completion == null ? EventType.INFO : completion.type();
    }

    /** Whether it completed with {@link EventType#OK}. */
    public boolean isOk() {
        return outcome() == EventType.OK;
    }

    /** Whether its outcome is unknown, so that it may take effect at any time after its invocation, or never. */
    public boolean isPending() {
        return outcome() == EventType.INFO;
    }

    /** Nanoseconds since the run began. */
    public long invokedAt() {
        return invocation.time();
    }

    /** Nanoseconds since the run began; {@link Long#MAX_VALUE} when there is no completion. */
    public long completedAt() {
        return completion == null ? Long.MAX_VALUE : completion.time();
    }
}
