package dev.faultline.checkers.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Durations as figures for the report, in milliseconds. */
final class Latencies {
    private static final List<Double> QUANTILES = List.of(0.0, 0.5, 0.95, 0.99, 1.0);

    private Latencies() {}

    /** The quantiles 0, 0.5, 0.95, 0.99 and 1 by nearest rank; empty when there is no duration. O(n log n). */
    static Map<String, Object> quantiles(List<Long> nanoseconds) {
        List<Long> sorted = nanoseconds.stream().sorted().toList();
        Map<String, Object> quantiles = new LinkedHashMap<>();
        for (double quantile : sorted.isEmpty() ? List.<Double>of() : QUANTILES) {
            int rank = Math.min(sorted.size() - 1, (int) (sorted.size() * quantile));
            String label = quantile == 0 || quantile == 1 ? String.valueOf((int) quantile) : String.valueOf(quantile);
            quantiles.put(label, millis(sorted.get(rank)));
        }
        return quantiles;
    }

    static double millis(long nanoseconds) {
        return TimeUnit.NANOSECONDS.toMicros(nanoseconds) / 1_000.0;
    }
}
