package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;

/** {@code reset_peer}: {@code timeout} milliseconds after the first data, the connection is reset. Nothing gets through. */
final class ResetPeerStage extends Stage {
    private final long timeout;
    private boolean over;

    ResetPeerStage(long timeout) {
        this.timeout = timeout;
    }

    @Override
    void data(ByteBuf piece) {
        discard(piece);
        finish();
    }

    @Override
    void end() {
        finish();
    }

    private void finish() {
        if (!over) {
            over = true;
            later(millis(timeout), this::emitEnd);
        }
    }
}
