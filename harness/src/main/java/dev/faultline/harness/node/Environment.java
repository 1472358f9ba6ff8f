package dev.faultline.harness.node;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The world as a node sees it, and the only way it may touch it.
 *
 * <p>Effects happen in the order of the calls, and a crash may fall between any two of them.
 *
 * @param <M> the messages of the algorithm
 */
public interface Environment<M extends Message> {

    /** This node. */
    NodeId self();

    /** Every node of the cluster, this one included, in a fixed order. */
    Set<NodeId> members();

    /**
     * The nodes of one role, in a fixed order.
     *
     * @throws IllegalArgumentException when the cluster has no such role
     */
    Set<NodeId> members(String role);

    /** The wall clock: it may be skewed and it may jump. */
    InstantSource clock();

    /** Time since this node booted: monotonic, though its rate may drift. */
    Duration uptime();

    /** This node's own source of random numbers. */
    RandomGenerator random();

    /** What survives a crash. */
    Storage storage();

    /** Sends a message, which may be delayed, reordered, lost or duplicated on its way. To oneself, it only takes time. */
    void send(NodeId to, M message);

    /** Sets a timer; a timer of the same name that has not expired yet is replaced. */
    void setTimer(Timeout timeout, Duration after);

    /** Cancels a timer; nothing happens when it is not set. */
    void cancelTimer(Timeout timeout);
}
