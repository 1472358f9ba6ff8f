package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;

/** {@code bandwidth}: at most {@code rate} kilobytes a second, in pieces of a tenth of a second; nothing at all for a rate of 0. */
final class BandwidthStage extends QueueStage {
    private static final int SLICE_MILLIS = 100;

    private final long rate;
    private long free = System.nanoTime();

    BandwidthStage(long rate) {
        this.rate = rate;
    }

    private long slice() {
        return rate * SLICE_MILLIS;
    }

    @Override
    long due(ByteBuf piece, long arrivedAt) {
        if (rate <= 0) {
            return System.nanoTime() + millis(Integer.MAX_VALUE);
        }
        long bytes = Math.min(piece.readableBytes(), slice());
        free = Math.max(free, System.nanoTime()) + millis(1) * bytes / rate;
        return free;
    }

    @Override
    ByteBuf release(ByteBuf piece) {
        if (piece.readableBytes() <= slice()) {
            emit(piece);
            return null;
        }
        emit(piece.readRetainedSlice((int) slice()));
        return piece;
    }
}
