package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.function.Consumer;

/** Puts lines together from pieces. What is no whole line yet is kept. */
final class Frames {
    private ByteBuf begun = Unpooled.EMPTY_BUFFER;

    /** Takes over a piece, and gives away every line that it completes, with its end. */
    void add(ByteBuf piece, Consumer<ByteBuf> line) {
        ByteBuf all = begun.isReadable() ? Unpooled.wrappedBuffer(begun, piece) : piece;
        for (int length = all.bytesBefore((byte) '\n'); length >= 0; length = all.bytesBefore((byte) '\n')) {
            line.accept(all.readRetainedSlice(length + 1));
        }
        begun = all;
        if (!all.isReadable()) {
            all.release();
            begun = Unpooled.EMPTY_BUFFER;
        }
    }

    /** Gives away what is left. */
    ByteBuf rest() {
        ByteBuf rest = begun;
        begun = Unpooled.EMPTY_BUFFER;
        return rest;
    }
}
