package dev.faultline.reports;

import dev.faultline.checkers.history.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A fault from its strike to its end.
 *
 * @param from nanoseconds since the run began
 * @param until the same; the end of the run for a fault that never ended
 * @param label the fault and what it hit
 * @param ended whether it ended before the run did
 */
record FaultSpan(long from, long until, String f, String label, boolean ended) {

    /** Pairs every fault with its end: the first event after it that ends its kind and hit the same nodes. */
    static List<FaultSpan> of(List<Event> nemesis, long end) {
        List<FaultSpan> spans = new ArrayList<>();
        List<Event> left = new ArrayList<>(nemesis);
        while (!left.isEmpty()) {
            Event begin = left.remove(0);
            if (isEnd(begin.f())) {
                spans.add(new FaultSpan(begin.time(), begin.time(), begin.f(), label(begin), true));
                continue;
            }
            Event over = left.stream()
                    .filter(event -> ends(event, begin))
                    .findFirst()
                    .orElse(null);
            left.remove(over);
            long until = over == null ? end : over.time();
            spans.add(new FaultSpan(begin.time(), until, begin.f(), label(begin), over != null));
        }
        return spans;
    }

    private static String label(Event event) {
        return Wording.fault(event.f(), event.value());
    }

    /** Whether an event undoes a fault. Nothing is shaded for an end without a beginning. */
    static boolean isEnd(String f) {
        return f.endsWith("-over")
                || switch (f) {
                    case "healed", "restarted", "resumed", "unskewed" -> true;
                    default -> false;
                };
    }

    private static boolean ends(Event event, Event begin) {
        return isEnd(event.f()) && event.f().equals(endOf(begin.f())) && Objects.equals(event.value(), begin.value());
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
