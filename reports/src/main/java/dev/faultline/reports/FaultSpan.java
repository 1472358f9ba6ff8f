package dev.faultline.reports;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.NodeFaults;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A fault from its strike to its end.
 *
 * @param from nanoseconds since the run began
 * @param until the same; the end of the run for a fault that never ended
 * @param label the fault and what it hit
 * @param ended whether it ended before the run did
 */
record FaultSpan(long from, long until, String f, String label, boolean ended) {

    /** Pairs every fault with its end. A fault that strikes again before it has ended is one fault. */
    static List<FaultSpan> of(List<Event> nemesis, long end) {
        List<FaultSpan> spans = new ArrayList<>();
        Set<Event> taken = new HashSet<>();
        for (int i = 0; i < nemesis.size(); i++) {
            Event begin = nemesis.get(i);
            if (!isEnd(begin.f()) && spans.stream().noneMatch(span -> span.isSameAndOpenAt(begin))) {
                Optional<Event> over = endOf(begin, nemesis.subList(i + 1, nemesis.size()), taken);
                over.ifPresent(taken::add);
                long until = over.map(Event::time).orElse(end);
                spans.add(new FaultSpan(begin.time(), until, begin.f(), label(begin), over.isPresent()));
            }
        }
        return spans;
    }

    private boolean isSameAndOpenAt(Event begin) {
        return label.equals(label(begin)) && begin.time() < until && isOutage(f);
    }

    /** What is shaded: of a fault that never ends only the moment when it struck, or all would be shade. */
    FaultSpan shaded() {
        return ended ? this : new FaultSpan(from, from, f, label, false);
    }

    private static String label(Event event) {
        return Wording.fault(event.f(), event.value());
    }

    private static boolean isEnd(String f) {
        return f.endsWith("-over")
                || switch (f) {
                    case "healed", "restarted", "resumed", "unskewed" -> true;
                    default -> false;
                };
    }

    /** A node that is down or paused cannot go down or pause again. */
    private static boolean isOutage(String f) {
        return switch (f) {
            case "crash", "restart", "kill", "disk", "pause" -> true;
            default -> false;
        };
    }

    /** The first end of this kind that undoes it: of the same nodes, or, for nodes that are down, of more than these. */
    private static Optional<Event> endOf(Event begin, List<Event> later, Set<Event> taken) {
        String endF = endOf(begin.f());
        List<String> nodes = NodeFaults.nodes(begin);
        return later.stream()
                .filter(event -> event.f().equals(endF))
                .filter(event -> isOutage(begin.f())
                        ? NodeFaults.nodes(event).containsAll(nodes)
                        : Objects.equals(event.value(), begin.value()) && !taken.contains(event))
                .findFirst();
    }

    private static String endOf(String f) {
        return switch (f) {
            case "partition", "one-way-partition", "bridge" -> "healed";
            case "restart", "crash", "kill", "disk" -> "restarted";
            case "pause" -> "resumed";
            case "skew" -> "unskewed";
            default -> f + "-over";
        };
    }
}
