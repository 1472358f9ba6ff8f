package dev.faultline.harness.workload;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** When sessions begin. */
final class Times {
    private Times() {}

    /** Uniformly spread over the horizon, in ascending order. */
    static List<Duration> spread(int count, Duration horizon, RandomGenerator random) {
        return LongStream.generate(() -> random.nextLong(horizon.toNanos()))
                .limit(count)
                .sorted()
                .mapToObj(Duration::ofNanos)
                .toList();
    }
}
