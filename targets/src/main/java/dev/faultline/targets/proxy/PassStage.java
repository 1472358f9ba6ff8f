package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;

/** A toxic that does not apply to this connection. */
final class PassStage extends Stage {
    @Override
    void data(ByteBuf piece) {
        emit(piece);
    }

    @Override
    void end() {
        emitEnd();
    }
}
