package dev.faultline.harness.scenario;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.Timeout;
import java.time.Duration;

/**
 * A run in which every message is held until the script lets it go, and every timer until the script lets it expire. Moves
 * happen one after the other, a microsecond of virtual time apart. What nodes answer to clients arrives at once.
 *
 * <p>A move that the nodes make impossible (no such message is held, no such timer is set) ends the script there: that is
 * how a correct node escapes the schedule that convicts a faulty one. Links' acknowledgements need no move.
 */
public interface Script {

    /** A client asks a node for an operation; the request arrives at once. A client has one open operation at a time. */
    Script invoke(String client, String node, String f, Object value);

    /** As {@link #invoke}, but the client repeats the request it sent last, with the same number. */
    Script retry(String client, String node);

    /** Lets the oldest held message of this type from one node to each of the others go. */
    Script deliver(Class<? extends Message> type, String from, String... to);

    /** As {@link #deliver}, but the newest held message: it overtakes the older ones. */
    Script deliverNewest(Class<? extends Message> type, String from, String... to);

    /** As {@link #deliver}, and the message stays held as well: the network duplicates it. */
    Script deliverCopy(Class<? extends Message> type, String from, String... to);

    /** Loses the oldest held message of this type from one node to each of the others. */
    Script drop(Class<? extends Message> type, String from, String... to);

    /** Loses everything that is held. */
    Script dropEverything();

    /** Lets a timer of a node expire. */
    Script expire(String node, Timeout timeout);

    /** Kills a node; its unsynced writes are lost. */
    Script crash(String node);

    /** Lets a node die before its n-th effect from now (message sent, record written or synced), counted from 1. */
    Script crashBeforeEffect(String node, int effect);

    /** Boots a crashed node on the storage that it left. */
    Script boot(String node);

    /** {@link #crash} and {@link #boot}. */
    Script restart(String node);

    /** Time passes, and nothing happens. */
    Script wait(Duration time);

    /**
     * For this long the network delivers everything, the held messages first, and timers expire when they are due, until
     * holding begins again.
     */
    Script run(Duration time);
}
