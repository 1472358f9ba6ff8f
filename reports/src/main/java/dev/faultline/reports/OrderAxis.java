package dev.faultline.reports;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Operations by the order of their events, all the same width apart.
 *
 * @param ranks of the events shown, by their index in the history
 */
record OrderAxis(Map<Integer, Integer> ranks, List<Scale.Tick> ticks) implements Axis {

    /** An axis for these operations, with a tick at every event of the evidence. */
    static OrderAxis of(List<Operation> operations, Set<Integer> evidence) {
        TreeSet<Integer> indices = new TreeSet<>();
        for (Operation operation : operations) {
            indices.add(operation.invocation().index());
            if (ends(operation)) {
                indices.add(operation.completion().index());
            }
        }
        Map<Integer, Integer> ranks = new HashMap<>();
        indices.forEach(index -> ranks.put(index, ranks.size()));
        Scale scale = new Scale(ranks.size());
        List<Scale.Tick> ticks = indices.stream()
                .filter(evidence::contains)
                .map(index -> new Scale.Tick(scale.at(ranks.get(index)), String.valueOf(index)))
                .toList();
        return new OrderAxis(ranks, ticks);
    }

    @Override
    public String unit() {
        return "event";
    }

    @Override
    public String left(Operation operation) {
        return scale().at(rank(operation));
    }

    @Override
    public String width(Operation operation) {
        int until = ends(operation) ? ranks.get(operation.completion().index()) : ranks.size();
        return scale().width(rank(operation), until);
    }

    @Override
    public String span(Operation operation) {
        return "event " + operation.invocation().index()
                + (ends(operation) ? " to event " + operation.completion().index() : " on");
    }

    /** Whoever got no answer may take effect at any time later. */
    private static boolean ends(Operation operation) {
        return operation.completion() != null && operation.outcome() != EventType.INFO;
    }

    private Scale scale() {
        return new Scale(ranks.size());
    }

    private int rank(Operation operation) {
        return ranks.get(operation.invocation().index());
    }
}
