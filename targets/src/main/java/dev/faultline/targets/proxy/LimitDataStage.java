package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;

/** {@code limit_data}: after {@code bytes} bytes the connection is closed. */
final class LimitDataStage extends Stage {
    private long left;
    private boolean over;

    LimitDataStage(long bytes) {
        left = bytes;
    }

    @Override
    void data(ByteBuf piece) {
        if (over) {
            discard(piece);
            return;
        }
        int through = (int) Math.max(0, Math.min(left, piece.readableBytes()));
        left -= through;
        if (through > 0) {
            emit(piece.readRetainedSlice(through));
        }
        discard(piece);
        if (left <= 0) {
            end();
        }
    }

    @Override
    void end() {
        if (!over) {
            over = true;
            emitEnd();
        }
    }
}
