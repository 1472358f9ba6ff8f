package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;

/**
 * {@code timeout}: nothing gets through, and after {@code timeout} milliseconds without data the connection is closed; 0 for never,
 * until the toxic is removed.
 */
final class TimeoutStage extends Stage {
    private final long timeout;
    private long deadline;
    private boolean over;

    TimeoutStage(long timeout) {
        this.timeout = timeout;
        this.deadline = System.nanoTime() + millis(timeout);
    }

    @Override
    void begin() {
        if (timeout > 0) {
            await();
        }
    }

    private void await() {
        later(deadline - System.nanoTime(), () -> {
            if (deadline - System.nanoTime() > 0) {
                await();
            } else {
                finish();
            }
        });
    }

    private void finish() {
        if (!over) {
            over = true;
            emitEnd();
        }
    }

    @Override
    void data(ByteBuf piece) {
        discard(piece);
        deadline = System.nanoTime() + millis(timeout);
    }

    @Override
    void end() {
        finish();
    }
}
