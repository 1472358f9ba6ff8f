package dev.faultline.checkers.workload;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.NodeFaults;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * See {@link Workloads#convergence()}.
 *
 * @param ordered whether the order of the items of a collection counts
 */
record Convergence(String name, boolean ordered) implements Checker {
    private static final Set<String> READS = Set.of("read", "read-final");

    @Override
    public CheckResult check(History history, Budget budget) {
        List<Span> spans = Span.of(history);
        int quiet = quietFrom(history, spans);
        Map<Object, Replicas> states = replicas(spans, quiet);
        Set<String> nodes = new TreeSet<>();
        spans.stream()
                .map(span -> span.invocation().node())
                .filter(Objects::nonNull)
                .forEach(nodes::add);
        nodes.removeAll(NodeFaults.downAtEnd(history));
        Anomalies anomalies = new Anomalies("disagreement");
        states.forEach((asked, replicas) -> replicas.judge(asked, anomalies));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("nodes", nodes.size());
        details.put("states", states.size());
        details.put(
                "final-reads",
                states.values().stream().mapToInt(Replicas::reads).sum());
        long since = quiet < 0 ? 0 : history.events().get(quiet).time();
        details.put("disagreed-until-ms", Latencies.millis(latest(states, since, true)));
        if (anomalies.isEmpty()) {
            details.put("agreed-from-ms", Latencies.millis(latest(states, since, false)));
        }
        return anomalies.decide(details, unknown(states, nodes));
    }

    /** The position of the last event that is an update's or a fault's, or -1. */
    private static int quietFrom(History history, List<Span> spans) {
        int last = -1;
        for (Span span : spans) {
            if (!READS.contains(span.operation().f()) && span.mayTakeEffect()) {
                last = Math.max(last, span.operation().completion() == null ? span.begin() : span.end());
            }
        }
        List<Event> events = history.events();
        for (int position = events.size() - 1; position > last; position--) {
            if (events.get(position).isNemesis()) {
                return position;
            }
        }
        return last;
    }

    /** What was read once all was quiet, by what was asked for. */
    private Map<Object, Replicas> replicas(List<Span> spans, int quiet) {
        boolean marked = spans.stream().anyMatch(span -> span.is("read-final"));
        Map<Object, Replicas> states = new LinkedHashMap<>();
        for (Span span : spans) {
            boolean read = marked ? span.is("read-final") : span.is("read");
            if (read && span.isOk() && span.begin() > quiet) {
                states.computeIfAbsent(span.invocation().value(), asked -> new Replicas(ordered))
                        .read(node(span), span);
            }
        }
        return states;
    }

    private static String node(Span read) {
        Event event = read.event().node() == null ? read.invocation() : read.event();
        if (event.node() == null) {
            throw new MalformedHistoryException("Event " + event.index() + ": :" + event.f()
                    + " does not say which node it read, so the workload cannot be judged. Record the field :node.");
        }
        return event.node();
    }

    private static long latest(Map<Object, Replicas> states, long since, boolean disagreeing) {
        long latest = since;
        for (Replicas replicas : states.values()) {
            latest = Math.max(latest, disagreeing ? replicas.disagreedUntil() : replicas.agreedFrom());
        }
        return latest - since;
    }

    private static String unknown(Map<Object, Replicas> states, Set<String> nodes) {
        for (Map.Entry<Object, Replicas> state : states.entrySet()) {
            Set<String> unread = new TreeSet<>(nodes);
            unread.removeAll(state.getValue().nodes());
            if (!unread.isEmpty()) {
                String what = state.getKey() == null ? "" : " " + state.getKey();
                return "After the last update and the last fault nobody read" + what + " from "
                        + String.join(", ", unread) + ", so nobody knows whether they converged.";
            }
        }
        return states.isEmpty() ? "Nobody read after the last update and the last fault." : null;
    }
}
