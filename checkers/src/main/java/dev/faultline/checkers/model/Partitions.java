package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Cuts a history into the histories of independent objects. */
final class Partitions {
    private Partitions() {}

    /** One history per key of an invocation, in the order in which the keys first appear. O(n). */
    static List<History> byKey(History history, Function<Event, Object> key) {
        Map<Object, List<Event>> parts = new LinkedHashMap<>();
        Map<Integer, List<Event>> open = new HashMap<>();
        for (Event event : history.events()) {
            if (event.isNemesis()) {
                continue;
            }
            if (event.type() == EventType.INVOKE) {
                open.put(event.process(), parts.computeIfAbsent(key.apply(event), k -> new ArrayList<>()));
            }
            open.get(event.process()).add(event);
        }
        return histories(parts.values());
    }

    private static List<History> histories(Collection<List<Event>> parts) {
        return parts.stream().map(History::of).toList();
    }
}
