package dev.faultline.reports;

import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Latency and throughput of a run.
 *
 * @param data for the script that draws the charts, as JSON: numbers only, so nothing in it can end the script element
 * @param bucket how long a point of the throughput chart counts, in words
 * @param isEmpty whether no operation completed, in whatever way
 * @param completed how many operations completed with ok
 * @param latencies per kind of operation, of those that completed with ok
 */
record Charts(String data, String bucket, boolean isEmpty, int completed, List<Latency> latencies) {
    private static final int MOST_BUCKETS = 60;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    boolean hasLatencies() {
        return !latencies.isEmpty();
    }

    /** Percentiles in milliseconds, true within a tenth of a percent. */
    record Latency(String f, long count, String p50, String p90, String p99, String max) {}

    /** A moment in milliseconds and the figures of it, in the order of the chart's series; {@code null} is a gap. */
    private record Series(List<Double> x, List<List<Double>> ys) {}

    private record Data(double end, Series latency, Series throughput, List<double[]> faults) {}

    static Charts of(History history, long end) {
        double bucket = Scale.roundStep(Math.max(1, end) / NANOS_PER_MILLI / MOST_BUCKETS);
        List<double[]> faults = FaultSpan.of(history.faults(), end).stream()
                .map(FaultSpan::shaded)
                .map(fault -> new double[] {fault.from() / NANOS_PER_MILLI, fault.until() / NANOS_PER_MILLI})
                .toList();
        Data data = new Data(end / NANOS_PER_MILLI, latencies(history), throughput(history, bucket, end), faults);
        return new Charts(
                JsonFiles.text(data),
                Wording.number(bucket) + " ms",
                history.operations().stream().noneMatch(operation -> operation.completion() != null),
                (int) history.operations().stream().filter(Operation::isOk).count(),
                percentiles(history));
    }

    private static Series latencies(History history) {
        Series series = new Series(new ArrayList<>(), List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        for (Operation operation : history.operations()) {
            if (operation.completion() != null) {
                series.x().add(operation.invokedAt() / NANOS_PER_MILLI);
                for (int i = 0; i < series.ys().size(); i++) {
                    boolean own = i == position(operation);
                    series.ys().get(i).add(own ? latency(operation) / NANOS_PER_MILLI : null);
                }
            }
        }
        return series;
    }

    private static long latency(Operation operation) {
        return operation.completedAt() - operation.invokedAt();
    }

    /** The series that an operation belongs to: ok, fail, info. */
    private static int position(Operation operation) {
        return switch (operation.outcome()) {
            case OK -> 0;
            case FAIL -> 1;
            case INFO, INVOKE -> 2;
        };
    }

    /** Completions a second, counted when they came in. */
    private static Series throughput(History history, double bucket, long end) {
        int buckets = (int) Math.floor(end / NANOS_PER_MILLI / bucket) + 1;
        long[][] counts = new long[3][buckets];
        for (Operation operation : history.operations()) {
            if (operation.completion() != null) {
                counts[position(operation)][(int) (operation.completedAt() / NANOS_PER_MILLI / bucket)]++;
            }
        }
        List<Double> x = new ArrayList<>();
        List<List<Double>> ys = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < buckets; i++) {
            x.add(i * bucket);
            for (int outcome = 0; outcome < ys.size(); outcome++) {
                ys.get(outcome).add(counts[outcome][i] * MILLIS_PER_SECOND / bucket);
            }
        }
        return new Series(x, ys);
    }

    private static List<Latency> percentiles(History history) {
        Map<String, Histogram> histograms = new TreeMap<>();
        for (Operation operation : history.operations()) {
            if (operation.isOk()) {
                histograms.computeIfAbsent(operation.f(), f -> new Histogram(3)).recordValue(latency(operation));
            }
        }
        return histograms.entrySet().stream()
                .map(entry -> latency(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Latency latency(String f, Histogram histogram) {
        return new Latency(
                f,
                histogram.getTotalCount(),
                millis(histogram.getValueAtPercentile(50)),
                millis(histogram.getValueAtPercentile(90)),
                millis(histogram.getValueAtPercentile(99)),
                millis(histogram.getMaxValue()));
    }

    private static String millis(long nanos) {
        return Wording.number(nanos / NANOS_PER_MILLI);
    }
}
