package dev.faultline.checkers.workload;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** See {@link Workloads#durability()}. */
record Durability(String name) implements Checker {
    private static final Set<String> WRITES = Set.of("write", "append", "add");
    private static final Set<String> READS = Set.of("read", "read-final", "scan");

    @Override
    public CheckResult check(History history, Budget budget) {
        List<Span> spans = Span.of(history);
        int lastWrite = spans.stream()
                .filter(span -> WRITES.contains(span.operation().f()))
                .mapToInt(Span::begin)
                .max()
                .orElse(-1);
        List<Span> reads = spans.stream()
                .filter(span -> READS.contains(span.operation().f()) && span.isOk())
                .toList();
        List<Span> finals =
                reads.stream().filter(span -> span.begin() > lastWrite).toList();
        Map<Object, Written> written = new LinkedHashMap<>();
        spans.stream()
                .filter(span -> WRITES.contains(span.operation().f()))
                .forEach(span -> write(span, written, finals));
        int unwritten = observe(reads, reads.size() - finals.size(), written);
        return decide(history, finals, written, unwritten);
    }

    private static void write(Span span, Map<Object, Written> written, List<Span> finals) {
        Object value = Entries.written(Shapes.present(span.invocation(), "a value, or [key value],"));
        written.computeIfAbsent(value, Written::new).attempted(span, finals);
    }

    /** Tells every value where it was seen; answers how many were seen that nobody wrote. */
    private static int observe(List<Span> reads, int firstFinal, Map<Object, Written> written) {
        int unwritten = 0;
        for (int rank = 0; rank < reads.size(); rank++) {
            Event read = reads.get(rank).event();
            for (Object value : Entries.read(read)) {
                Written found = written.get(value);
                if (found == null) {
                    unwritten++;
                } else {
                    found.seen(rank - firstFinal, read);
                }
            }
        }
        return unwritten;
    }

    private static CheckResult decide(History history, List<Span> finals, Map<Object, Written> written, int unwritten) {
        Anomalies anomalies = new Anomalies("lost", "resurrected");
        NavigableMap<Integer, Event> crashes = crashes(history);
        written.values().forEach(value -> value.judge(crashes, finals, anomalies));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("values", written.size());
        details.put(
                "acknowledged",
                written.values().stream().filter(Written::isAcknowledged).count());
        details.put(
                "recovered",
                written.values().stream().filter(Written::isRecovered).count());
        details.put("unwritten", unwritten);
        details.put("final-reads", finals.size());
        return anomalies.decide(
                details,
                finals.isEmpty()
                        ? "No read was invoked after the last write and ended :ok, so nobody knows what was kept."
                        : null);
    }

    private static NavigableMap<Integer, Event> crashes(History history) {
        NavigableMap<Integer, Event> crashes = new TreeMap<>();
        for (Event fault : history.faults()) {
            if (fault.f().equals("crash") || fault.f().equals("restart")) {
                crashes.put(fault.index(), fault);
            }
        }
        return crashes;
    }

    /** Such as {@code , after the crash at 3.0 ms (event 5)}. */
    static String after(Event crash) {
        return crash == null
                ? ""
                : ", after the " + crash.f() + " at " + Violation.when(crash) + " (event " + crash.index() + ")";
    }
}
