package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The phenomena found, of each the first few. */
final class Flaws {
    private static final int KEPT = 5;

    private final Map<Phenomenon, List<Anomaly>> anomalies = new EnumMap<>(Phenomenon.class);
    private final Map<Phenomenon, Integer> counts = new EnumMap<>(Phenomenon.class);

    void add(Phenomenon phenomenon, String explanation, Operation... operations) {
        counts.merge(phenomenon, 1, Integer::sum);
        List<Anomaly> kept = anomalies.computeIfAbsent(phenomenon, fresh -> new ArrayList<>());
        if (kept.size() < KEPT) {
            kept.add(new Anomaly(phenomenon.id(), List.of(operations), explanation, List.of()));
        }
    }

    /** Those of one phenomenon. */
    Flaws only(Phenomenon phenomenon) {
        Flaws left = new Flaws();
        if (counts.containsKey(phenomenon)) {
            left.counts.put(phenomenon, counts.get(phenomenon));
            left.anomalies.put(phenomenon, anomalies.get(phenomenon));
        }
        return left;
    }

    Set<Phenomenon> found() {
        return counts.keySet();
    }

    List<Anomaly> of(Phenomenon phenomenon) {
        return anomalies.getOrDefault(phenomenon, List.of());
    }

    boolean refute(Level level) {
        return found().stream().anyMatch(phenomenon -> phenomenon.refutes(level));
    }
}
