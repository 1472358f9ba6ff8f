package dev.faultline.checkers.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the clients and the nemesis did and saw, in the order in which it happened.
 *
 * <p>A process has at most one open operation. Pairing costs O(n).
 */
public final class History {
    private final List<Event> events;
    private final List<Operation> operations;
    private final List<Event> faults;

    private History(List<Event> events) {
        this.events = Collections.unmodifiableList(events);
        this.operations = Collections.unmodifiableList(pair(events));
        this.faults = events.stream().filter(Event::isNemesis).toList();
    }

    /**
     * A history of these events.
     *
     * @throws MalformedHistoryException when a completion has no invocation, or a process invokes twice
     */
    public static History of(List<Event> events) {
        return new History(new ArrayList<>(events));
    }

    /** Every event, in order. */
    public List<Event> events() {
        return events;
    }

    /** The clients' operations, in the order of their invocations. */
    public List<Operation> operations() {
        return operations;
    }

    /** What the nemesis did, in order. */
    public List<Event> faults() {
        return faults;
    }

    private static List<Operation> pair(List<Event> events) {
        List<Operation> operations = new ArrayList<>();
        Map<Integer, Integer> open = new LinkedHashMap<>();
        for (Event event : events) {
            if (event.isNemesis()) {
                continue;
            }
            if (event.type() == EventType.INVOKE) {
                if (open.put(event.process(), operations.size()) != null) {
                    throw MalformedHistoryException.invokedTwice(event);
                }
                operations.add(new Operation(event, null));
            } else {
                Integer position = open.remove(event.process());
                if (position == null) {
                    throw MalformedHistoryException.notInvoked(event);
                }
                operations.set(position, new Operation(operations.get(position).invocation(), event));
            }
        }
        return operations;
    }
}
