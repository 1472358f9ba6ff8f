package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;

/** {@code slow_close}: the end of the stream is late by {@code delay} milliseconds. */
final class SlowCloseStage extends QueueStage {
    private final long delay;

    SlowCloseStage(long delay) {
        this.delay = delay;
    }

    @Override
    long due(ByteBuf piece, long arrivedAt) {
        return arrivedAt;
    }

    @Override
    long endDue() {
        return System.nanoTime() + millis(delay);
    }
}
