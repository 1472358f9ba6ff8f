package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;
import java.util.concurrent.ThreadLocalRandom;

/** {@code latency}: every piece is late by {@code latency} ± {@code jitter} milliseconds; none overtakes another. */
final class LatencyStage extends QueueStage {
    /** As many pieces as the real one holds. */
    private static final long BUFFER = 1024L * 32 * 1024;

    private final long latency;
    private final long jitter;

    LatencyStage(long latency, long jitter) {
        this.latency = latency;
        this.jitter = jitter;
    }

    @Override
    long due(ByteBuf piece, long arrivedAt) {
        long varied = jitter > 0 ? ThreadLocalRandom.current().nextLong(-jitter, jitter) : 0;
        return arrivedAt + millis(latency + varied);
    }

    @Override
    long buffer() {
        return BUFFER;
    }
}
