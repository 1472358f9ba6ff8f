package dev.faultline.harness.node;

/**
 * A process of a distributed algorithm, in the event-handler model of the textbooks (Cachin, Guerraoui, Rodrigues,
 * <i>Introduction to Reliable and Secure Distributed Programming</i>, section 1.4).
 *
 * <p>One event at a time; never blocks, never starts a thread. Boot is construction: a crash drops the object, so fields
 * are volatile state and {@link Environment#storage()} is the durable state.
 *
 * @param <M> the messages of the algorithm
 */
public interface Node<M extends Message> {

    /** The first boot, or the recovery from what is in storage. */
    void onStart(Environment<M> env);

    /** A message, or a client's request, has arrived. */
    void onMessage(NodeId from, M message, Environment<M> env);

    /** A timer set by {@link Environment#setTimer} has expired. */
    void onTimeout(Timeout timeout, Environment<M> env);

    /**
     * A snapshot for invariants and reports. Called after every event: it should cost O(1), so large collections are
     * given as unmodifiable views that the caller reads at once.
     */
    Record state();
}
