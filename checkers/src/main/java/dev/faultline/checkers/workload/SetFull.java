package dev.faultline.checkers.workload;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.workload.Element.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * See {@link Workloads#setFull()}.
 *
 * @param linearizable whether an element must be seen by every read that begins once it is known
 */
record SetFull(String name, boolean linearizable) implements Checker {

    @Override
    public CheckResult check(History history, Budget budget) {
        List<Span> spans = Span.of(history);
        List<Span> reads =
                spans.stream().filter(span -> span.is("read") && span.isOk()).toList();
        Map<Object, Element> elements = new LinkedHashMap<>();
        spans.stream()
                .filter(span -> span.is("add") && span.mayTakeEffect())
                .forEach(add -> added(add, elements, reads.size()));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("attempted", spans.stream().filter(span -> span.is("add")).count());
        details.put(
                "acknowledged",
                spans.stream().filter(span -> span.is("add") && span.isOk()).count());
        details.put("reads", reads.size());
        observe(reads, elements, details);
        return decide(elements, reads, details);
    }

    private static void added(Span add, Map<Object, Element> elements, int reads) {
        Object value = Shapes.present(add.invocation(), "an element");
        Element element = elements.computeIfAbsent(value, added -> new Element(added, reads));
        if (add.isOk()) {
            element.knownBy(add.event(), add.end());
        }
    }

    private static void observe(List<Span> reads, Map<Object, Element> elements, Map<String, Object> details) {
        Set<Object> duplicated = new HashSet<>();
        Set<Object> unexpected = new HashSet<>();
        for (int rank = reads.size() - 1; rank >= 0; rank--) {
            Set<Object> seen = new HashSet<>();
            for (Object value : Shapes.collection(reads.get(rank).event(), "a collection of elements")) {
                Element element = elements.get(value);
                if (!seen.add(value)) {
                    duplicated.add(value);
                } else if (element == null) {
                    unexpected.add(value);
                } else {
                    element.seen(rank, reads.get(rank));
                }
            }
        }
        details.put("duplicated", duplicated.size());
        details.put("unexpected", unexpected.size());
    }

    private CheckResult decide(Map<Object, Element> elements, List<Span> reads, Map<String, Object> details) {
        List<Element> stable = with(Fate.STABLE, elements, reads);
        List<Element> lost = with(Fate.LOST, elements, reads);
        List<Element> stale = stable.stream()
                .filter(element -> element.missedOnceKnown(reads))
                .sorted(Comparator.comparingLong((Element element) -> element.staleFor(reads))
                        .reversed())
                .toList();
        details.put("stable", stable.size());
        details.put("stale", stale.size());
        details.put("lost", lost.size());
        details.put("never-read", elements.size() - stable.size() - lost.size());
        details.put("stable-latencies-ms", latencies(stable, reads, false));
        details.put("lost-latencies-ms", latencies(lost, reads, true));
        details.put(
                "worst-stale",
                stale.stream()
                        .limit(Anomalies.EXAMPLES)
                        .map(element -> figures(element, reads))
                        .toList());
        Anomalies anomalies = linearizable ? new Anomalies("lost", "stale") : new Anomalies("lost");
        lost.forEach(element -> tellLost(element, reads, anomalies));
        if (linearizable) {
            stale.forEach(element -> tellStale(element, reads, anomalies));
        }
        return anomalies.decide(
                details,
                stable.isEmpty() ? "No element was seen by the last reads, so none is known to be kept." : null);
    }

    private static List<Element> with(Fate fate, Map<Object, Element> elements, List<Span> reads) {
        return elements.values().stream()
                .filter(element -> element.fate(reads) == fate)
                .toList();
    }

    private static Map<String, Object> latencies(List<Element> elements, List<Span> reads, boolean lost) {
        List<Long> durations = new ArrayList<>(elements.size());
        elements.forEach(element -> durations.add(lost ? element.lostAfter(reads) : element.staleFor(reads)));
        return Latencies.quantiles(durations);
    }

    private static Map<String, Object> figures(Element element, List<Span> reads) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("element", element.value());
        figures.put("known", element.known().index());
        figures.put("last-absent", element.lastMiss(reads).event().index());
        figures.put("latency-ms", Latencies.millis(element.staleFor(reads)));
        return figures;
    }

    private static void tellLost(Element element, List<Span> reads, Anomalies anomalies) {
        Event missed = element.lastMiss(reads).event();
        anomalies.add(
                "lost",
                () -> "Element " + element.value() + ", known since " + Span.who(element.known())
                        + ", is lost: the read of " + Span.who(missed)
                        + " began later and did not see it, and neither did any read after that.",
                element.known(),
                element.lastMiss(reads).invocation(),
                missed);
    }

    private static void tellStale(Element element, List<Span> reads, Anomalies anomalies) {
        Span missed = element.lastMiss(reads);
        anomalies.add(
                "stale",
                () -> "Element " + element.value() + ", known since " + Span.who(element.known())
                        + ", was not seen by the read of " + Span.who(missed.event()) + ", which began "
                        + Violation.millis(Duration.ofNanos(element.staleFor(reads))) + " later; "
                        + Span.who(element.lastSight(reads).event()) + " saw it after that.",
                element.known(),
                missed.invocation(),
                missed.event(),
                element.lastSight(reads).event());
    }
}
