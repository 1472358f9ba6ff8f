package dev.faultline.targets.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Measures all ways in turn, round after round, so that whatever else the machine does hits all of them alike. Every round begins with
 * another way.
 */
final class Comparison {
    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final List<Way> ways;
    private final Pump pump;
    private final PingPong pingPong;
    private Results results = new Results();

    /** @param ways the straight one first */
    Comparison(List<Way> ways, Pump pump, PingPong pingPong) {
        this.ways = ways;
        this.pump = pump;
        this.pingPong = pingPong;
    }

    /** Measures that many rounds, after one for warming up that does not count. */
    Results measure(int rounds, List<Integer> connections) throws IOException, InterruptedException {
        for (int round = 0; round <= rounds; round++) {
            List<Way> order = new ArrayList<>(ways);
            Collections.rotate(order, round);
            System.err.println("round " + round + " of " + rounds);
            for (int count : connections) {
                throughput(order, count);
                roundTrips(order, count);
                latency(order, count);
            }
            if (round == 0) {
                results = new Results();
            }
        }
        return results;
    }

    private void throughput(List<Way> order, int connections) throws IOException, InterruptedException {
        for (Way way : order) {
            Clock clock = new Clock(way);
            long bytes = pump.through(way.sink(), connections, clock);
            results.add(connections, "throughput, MB/s", way.name(), bytes / 1e6 / clock.seconds());
            results.add(
                    connections, "proxy's processor, ms/GB", way.name(), clock.processorNanos() / 1e6 / (bytes / 1e9));
        }
    }

    private void roundTrips(List<Way> order, int connections) throws IOException, InterruptedException {
        Map<Way, Histogram> measured = new HashMap<>();
        for (Way way : order) {
            Clock clock = new Clock(way);
            Histogram nanos = pingPong.through(way.echo(), connections, clock);
            double processor = clock.processorNanos() / 1e3 / nanos.getTotalCount();
            measured.put(way, nanos);
            results.add(connections, "round trip p50, µs", way.name(), micros(nanos, 50));
            results.add(connections, "round trip p99, µs", way.name(), micros(nanos, 99));
            results.add(connections, "proxy's processor, µs/trip", way.name(), processor);
        }
        Histogram straight = measured.get(ways.get(0));
        for (Way way : ways.subList(1, ways.size())) {
            Histogram nanos = measured.get(way);
            results.add(connections, "added p50, µs", way.name(), micros(nanos, 50) - micros(straight, 50));
            results.add(connections, "added p99, µs", way.name(), micros(nanos, 99) - micros(straight, 99));
        }
    }

    private void latency(List<Way> order, int connections) throws IOException, InterruptedException {
        for (Way way : order) {
            if (way.late().isPresent()) {
                Histogram nanos = pingPong.through(way.late().get(), connections, new Clock(way));
                double wanted = TimeUnit.NANOSECONDS.toMicros(Way.LATENCY.toNanos());
                results.add(connections, "20 ms toxic: late p50, µs", way.name(), micros(nanos, 50) - wanted);
                results.add(connections, "20 ms toxic: late p99, µs", way.name(), micros(nanos, 99) - wanted);
            }
        }
    }

    private static double micros(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e3;
    }

    /** Lets a second pass, and tells what it really was, and what the server's process used of the processors in it. */
    private static final class Clock implements Window {
        private final Way way;
        private long nanos;
        private double processorNanos;

        Clock(Way way) {
            this.way = way;
        }

        @Override
        public void pass() throws InterruptedException {
            long start = System.nanoTime();
            double used = way.processorNanos();
            Thread.sleep(WINDOW.toMillis());
            nanos = System.nanoTime() - start;
            processorNanos = way.processorNanos() - used;
        }

        double seconds() {
            return nanos / 1e9;
        }

        double processorNanos() {
            return processorNanos;
        }
    }
}
