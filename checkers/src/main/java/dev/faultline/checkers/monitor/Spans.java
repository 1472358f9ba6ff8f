package dev.faultline.checkers.monitor;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** When the operations of a history were open, by the positions of their events. */
final class Spans {
    /** The position of a completion that never came; later than all others. */
    static final int NEVER = Integer.MAX_VALUE;

    private final List<Operation> operations;
    private final int[] starts;
    private final int[] ends;
    private final int events;

    private Spans(History history) {
        operations = history.operations();
        starts = new int[operations.size()];
        ends = new int[operations.size()];
        events = history.events().size();
        locate(history.events());
    }

    static Spans of(History history) {
        return new Spans(history);
    }

    private void locate(List<Event> all) {
        Arrays.fill(ends, NEVER);
        Map<Integer, Integer> open = new HashMap<>();
        int invoked = 0;
        for (int position = 0; position < events; position++) {
            Event event = all.get(position);
            if (event.isNemesis()) {
                continue;
            }
            switch (event.type()) {
                case INVOKE -> {
                    open.put(event.process(), invoked);
                    starts[invoked++] = position;
                }
                case INFO -> open.remove(event.process());
                default -> ends[open.remove(event.process())] = position;
            }
        }
    }

    int size() {
        return starts.length;
    }

    /** How many events there are; every position is less. */
    int events() {
        return events;
    }

    Operation operation(int i) {
        return operations.get(i);
    }

    /** The position of the invocation. */
    int start(int i) {
        return starts[i];
    }

    /** The position of the completion, or {@link #NEVER} when nobody knows whether the operation took effect. */
    int end(int i) {
        return ends[i];
    }

    /** The events of these operations, in the order of the history. */
    List<Event> evidence(List<Integer> some) {
        List<Event> events = new ArrayList<>();
        for (int i : some.stream().distinct().sorted().toList()) {
            events.add(operation(i).invocation());
            if (operation(i).completion() != null) {
                events.add(operation(i).completion());
            }
        }
        events.sort(Comparator.comparingInt(Event::index));
        return events;
    }
}
