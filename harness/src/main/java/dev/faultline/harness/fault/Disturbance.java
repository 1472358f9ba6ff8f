package dev.faultline.harness.fault;

import dev.faultline.harness.node.NodeId;
import java.time.Duration;

/**
 * What links do to what they carry, from {@link FaultInjector#disturb} to {@link FaultInjector#calm}. Disturbances of nodes' messages
 * can happen on any network; those of connections only where links are connections.
 */
public sealed interface Disturbance {

    /** What a runtime must be able to do for it. */
    Capability needs();

    /** Whether it disturbs the link from one node to another: every link unless said otherwise. */
    default boolean hits(NodeId from, NodeId to) {
        return true;
    }

    /** Every message takes longer, by a time uniform up to {@code longest}, so that later ones overtake earlier ones. */
    record Delay(Duration longest) implements Disturbance {
        @Override
        public Capability needs() {
            return Capability.DELAY;
        }
    }

    /** A message is lost, with a {@code probability} of 0 to 1. */
    record Loss(double probability) implements Disturbance {
        @Override
        public Capability needs() {
            return Capability.LOSS;
        }
    }

    /** A message arrives twice, with a {@code probability} of 0 to 1. */
    record Duplication(double probability) implements Disturbance {
        @Override
        public Capability needs() {
            return Capability.DUPLICATION;
        }
    }

    /**
     * Everything takes longer, by a time uniform between two, and the order on each link is kept, as on TCP: what is sent after a late
     * message is late as well.
     */
    record Latency(Duration shortest, Duration longest) implements Disturbance {
        @Override
        public Capability needs() {
            return Capability.LATENCY;
        }
    }

    /** A link carries at most this many kilobytes (1000 bytes) a second. What is sent faster waits in the order in which it was sent. */
    record Bandwidth(int kilobytesPerSecond) implements Disturbance {
        @Override
        public Capability needs() {
            return Capability.BANDWIDTH;
        }
    }

    /**
     * Connections break: an open one ends when something is sent on it, which is lost, and so does each that is made in place of it.
     * The latter are reset in the sense of TCP. A connection on which nothing is sent meanwhile stays. Nothing gets through, so it
     * hides the other disturbances.
     */
    record ConnectionReset() implements Disturbance {
        @Override
        public Capability needs() {
            return Capability.CONNECTION_RESET;
        }
    }

    /** A sender learns so much later that the receiver has closed its connection, or has died. What it sends until then is lost. */
    record SlowClose(Duration delay) implements Disturbance {
        @Override
        public Capability needs() {
            return Capability.SLOW_CLOSE;
        }
    }

    /**
     * Every connection of a node that is open when this begins is half-open from then on (RFC 9293, section 3.5.1): the receiver's end
     * is gone, and the sender does not know. Its end stays established, takes what is sent and loses it, until this is over and the
     * sender learns that the connection has ended. It differs from a cut in that the network still works: a connection that is made
     * meanwhile, as by a node that has just booted, carries everything. In a cut no connection does, old or new.
     */
    record HalfOpen(NodeId node) implements Disturbance {
        @Override
        public Capability needs() {
            return Capability.HALF_OPEN;
        }

        @Override
        public boolean hits(NodeId from, NodeId to) {
            return node.equals(from) || node.equals(to);
        }
    }
}
