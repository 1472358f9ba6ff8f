package dev.faultline.checkers.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads which nodes the events of the nemesis hit. */
public final class NodeFaults {
    private NodeFaults() {}

    /** The names in the value of a fault, however deeply nested, in order. */
    public static List<String> nodes(Event fault) {
        List<String> names = new ArrayList<>();
        collect(fault.value(), names);
        return names;
    }

    /**
     * The nodes that cannot act when the history ends: crashed or restarting and not {@code restarted}, or paused and not
     * {@code resumed}.
     */
    public static Set<String> downAtEnd(History history) {
        Set<String> crashed = new LinkedHashSet<>();
        Set<String> paused = new LinkedHashSet<>();
        for (Event fault : history.faults()) {
            List<String> nodes = nodes(fault);
            switch (fault.f()) {
                case "crash", "restart" -> crashed.addAll(nodes);
                case "pause" -> paused.addAll(nodes);
                case "resumed" -> nodes.forEach(paused::remove);
                case "restarted" -> {
                    // A process that boots is a new one: it is not paused.
                    nodes.forEach(crashed::remove);
                    nodes.forEach(paused::remove);
                }
                default -> {}
            }
        }
        crashed.addAll(paused);
        return crashed;
    }

    private static void collect(Object value, List<String> names) {
        if (value instanceof String name) {
            names.add(name);
        } else if (value instanceof Collection<?> many) {
            many.forEach(one -> collect(one, names));
        } else if (value instanceof Map<?, ?> map) {
            collect(map.values(), names);
        }
    }
}
