package dev.faultline.checkers.workload;

import dev.faultline.checkers.history.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the nodes answered to one question, once all was quiet. Reads are told in the order of their invocations. */
final class Replicas {
    private final boolean ordered;
    private final Map<String, Node> nodes = new TreeMap<>();
    private int reads;

    /** The last answer of a node, and since when it gives it. */
    private record Node(Object state, Span last, Span firstOfSame, List<Span> others) {}

    Replicas(boolean ordered) {
        this.ordered = ordered;
    }

    void read(String name, Span read) {
        reads++;
        Object state = ordered ? read.event().value() : unordered(read.event().value());
        Node before = nodes.get(name);
        if (before == null) {
            nodes.put(name, new Node(state, read, read, new ArrayList<>()));
        } else if (same(before.state, state)) {
            nodes.put(name, new Node(state, read, before.firstOfSame, before.others));
        } else {
            before.others.add(before.last);
            nodes.put(name, new Node(state, read, read, before.others));
        }
    }

    int reads() {
        return reads;
    }

    Set<String> nodes() {
        return nodes.keySet();
    }

    /** When the last read began, on any node, whose answer was not the node's last. */
    long disagreedUntil() {
        return nodes.values().stream()
                .flatMap(node -> node.others.stream())
                .mapToLong(read -> read.operation().invokedAt())
                .max()
                .orElse(0);
    }

    /** When every node had given its last answer once. */
    long agreedFrom() {
        return nodes.values().stream()
                .mapToLong(node -> node.firstOfSame.operation().completedAt())
                .max()
                .orElse(0);
    }

    /** Adds a disagreement when the last answers differ: of the largest camp, with each other one. */
    void judge(Object asked, Anomalies anomalies) {
        Map<Object, List<String>> camps = new LinkedHashMap<>();
        nodes.forEach((name, node) ->
                camps.computeIfAbsent(node.state, state -> new ArrayList<>()).add(name));
        List<List<String>> bySize = new ArrayList<>(camps.values());
        bySize.sort((one, other) -> other.size() - one.size());
        for (List<String> camp : bySize.subList(Math.min(1, bySize.size()), bySize.size())) {
            Event usual = nodes.get(bySize.get(0).get(0)).last.event();
            Event other = nodes.get(camp.get(0)).last.event();
            anomalies.add(
                    "disagreement",
                    () -> "After the last update and the last fault, " + read(camp, asked) + " (event " + other.index()
                            + "), unlike " + read(bySize.get(0), asked) + " (event " + usual.index() + "): "
                            + Difference.between(other.value(), usual.value()) + ".",
                    usual,
                    other);
        }
    }

    private static String read(List<String> camp, Object asked) {
        return String.join(", ", camp) + " answered" + (asked == null ? "" : " for " + asked);
    }

    private static boolean same(Object one, Object other) {
        return one == null ? other == null : one.equals(other);
    }

    /** Collections by how often they hold what; those in a map too. */
    private static Object unordered(Object state) {
        if (state instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new HashMap<>();
            map.forEach((key, value) -> copy.put(key, value instanceof Collection<?> items ? counts(items) : value));
            return copy;
        }
        return state instanceof Collection<?> items ? counts(items) : state;
    }

    private static Map<Object, Integer> counts(Collection<?> items) {
        Map<Object, Integer> counts = new HashMap<>();
        items.forEach(item -> counts.merge(item, 1, Integer::sum));
        return counts;
    }
}
