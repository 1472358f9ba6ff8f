package dev.faultline.checkers.election;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Operation;
import java.util.List;

/**
 * What a node answered to the question who leads.
 *
 * @param leader a node, or {@code null} when the node knows none
 */
record Answer(Operation operation, long term, String leader) {

    /** The answers of a history, in the order in which they were asked for. */
    static List<Answer> of(History history) {
        return history.operations().stream()
                .filter(operation -> operation.f().equals("leader") && operation.isOk())
                .map(Answer::of)
                .toList();
    }

    private static Answer of(Operation operation) {
        if (operation.output() instanceof List<?> pair
                && pair.size() == 2
                && pair.get(0) instanceof Long term
                && (pair.get(1) == null || pair.get(1) instanceof String)) {
            return new Answer(operation, term, (String) pair.get(1));
        }
        Event event = operation.completion();
        throw new MalformedHistoryException("Event " + event.index() + ": :leader has the value " + event.value()
                + " where [term leader] is expected, the term a whole number, the leader the name of a node or nil. The"
                + " election cannot be judged. Record the value in this shape.");
    }

    /** In nanoseconds. */
    long askedAt() {
        return operation.invokedAt();
    }

    Event event() {
        return operation.completion();
    }

    /** Who answered, or {@code null} when unknown. */
    String node() {
        return event().node() == null ? operation.invocation().node() : event().node();
    }

    @Override
    public String toString() {
        return (node() == null ? "process " + operation.process() : node()) + " named "
                + (leader == null ? "nobody" : leader) + " in term " + term;
    }
}
