package dev.faultline.reference.mutex.centralized;

import dev.faultline.harness.node.NodeId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/** The coordinator's books: who waits for what, in order. They are a function of the entries made in them. */
final class Ledger {
    private final Map<String, Deque<Ticket>> queues = new TreeMap<>();
    private final Map<String, Ticket> turns = new TreeMap<>();
    private final Map<NodeId, Long> latest = new TreeMap<>();
    private long arrivals;

    /** What can be written into the books. */
    sealed interface Entry {
        /** The books were opened. */
        record Opened() implements Entry {}

        /** A request has arrived. */
        record Requested(NodeId participant, String resource, long number) implements Entry {}

        /** A participant's requests up to this number are over. */
        record Finished(NodeId participant, long number) implements Entry {}
    }

    /**
     * A place in a queue.
     *
     * @param number of the participant's request
     * @param token the ticket's own number, in the order of arrival
     */
    record Ticket(NodeId participant, String resource, long number, long token) {}

    /** Makes an entry. O(tickets) */
    void enter(Entry entry) {
        if (entry instanceof Entry.Requested made) {
            finish(made.participant(), made.number() - 1);
            latest.put(made.participant(), made.number());
            Ticket ticket = new Ticket(made.participant(), made.resource(), made.number(), ++arrivals);
            queues.computeIfAbsent(made.resource(), resource -> new ArrayDeque<>())
                    .add(ticket);
            turns.putIfAbsent(made.resource(), ticket);
        } else if (entry instanceof Entry.Finished made) {
            finish(made.participant(), made.number());
        }
    }

    /** Also a request that is still under way is over when a later word of its sender says so. */
    private void finish(NodeId participant, long number) {
        latest.merge(participant, number, Math::max);
        queues.forEach((resource, queue) -> {
            queue.removeIf(ticket -> ticket.participant().equals(participant) && ticket.number() <= number);
            if (queue.isEmpty()) {
                turns.remove(resource);
            } else {
                turns.put(resource, queue.getFirst());
            }
        });
    }

    /** Whether something was heard of this request, or of a later one of the same participant. */
    boolean knows(NodeId participant, long number) {
        return latest.getOrDefault(participant, 0L) >= number;
    }

    /** Who has the turn, by resource: an unmodifiable view. */
    Collection<Ticket> turns() {
        return Collections.unmodifiableCollection(turns.values());
    }

    /** Who has the turn for this resource, or {@code null}. */
    Ticket turn(String resource) {
        return turns.get(resource);
    }
}
