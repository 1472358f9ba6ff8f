package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * {@code slicer}: data is cut into pieces of about {@code average_size} bytes, give or take {@code size_variation}, with {@code delay}
 * microseconds after each.
 */
final class SlicerStage extends QueueStage {
    private final int averageSize;
    private final int sizeVariation;
    private final long delayNanos;
    private final Deque<Integer> slices = new ArrayDeque<>();
    private long next = System.nanoTime();

    SlicerStage(long averageSize, long sizeVariation, long delay) {
        this.averageSize = (int) averageSize;
        this.sizeVariation = (int) sizeVariation;
        this.delayNanos = TimeUnit.MICROSECONDS.toNanos(delay);
    }

    /** Halves the range, not quite in the middle, until the halves are small enough. */
    private void slice(int length) {
        if (length - averageSize <= sizeVariation || length < 2) {
            slices.add(length);
            return;
        }
        int varied = sizeVariation > 0 ? ThreadLocalRandom.current().nextInt(-sizeVariation, sizeVariation) : 0;
        int left = Math.max(1, Math.min(length - 1, length / 2 + varied));
        slice(left);
        slice(length - left);
    }

    @Override
    long due(ByteBuf piece, long arrivedAt) {
        if (slices.isEmpty()) {
            slice(piece.readableBytes());
        }
        return next;
    }

    @Override
    long endDue() {
        return next;
    }

    @Override
    ByteBuf release(ByteBuf piece) {
        next = System.nanoTime() + delayNanos;
        int length = slices.remove();
        if (slices.isEmpty()) {
            emit(piece);
            return null;
        }
        emit(piece.readRetainedSlice(length));
        return piece;
    }
}
