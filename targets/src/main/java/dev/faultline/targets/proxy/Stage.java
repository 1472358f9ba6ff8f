package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one toxic does to one direction of one connection. Everything happens in the event loop of the connection. Data is handed on
 * with {@link #emit}, in order.
 */
abstract class Stage {
    private Sink next;
    private EventExecutor loop;
    private Ledger ledger;

    /** Where data goes. */
    interface Sink {
        /** Takes over a piece of data. */
        void data(ByteBuf piece);

        /** Nothing comes any more. */
        void end();
    }

    /** Counts what is on the way. */
    interface Ledger {
        /** So many bytes more are on the way than were received; or fewer. */
        void changed(int bytes);
    }

    final void connect(EventExecutor executor, Sink sink, Ledger counts) {
        loop = executor;
        next = sink;
        ledger = counts;
    }

    /** Called once, when the stage is connected. */
    void begin() {}

    /** Takes over a piece of data. */
    abstract void data(ByteBuf piece);

    /** The sender has ended its side. */
    abstract void end();

    /** Gives away what is held, in order; the stage is not used any more. */
    List<ByteBuf> surrender() {
        return List.of();
    }

    /** Whether the end of the stream has been seen and is still held. */
    boolean holdsEnd() {
        return false;
    }

    /** How many bytes may be held on the way because of this toxic. */
    long buffer() {
        return 0;
    }

    final void emit(ByteBuf piece) {
        next.data(piece);
    }

    final void emitEnd() {
        next.end();
    }

    /** Lets a piece disappear. */
    final void discard(ByteBuf piece) {
        ledger.changed(-piece.readableBytes());
        piece.release();
    }

    /** A copy of a piece comes into the world. */
    final ByteBuf copy(ByteBuf piece) {
        ledger.changed(piece.readableBytes());
        return piece.retainedDuplicate();
    }

    final void later(long nanos, Runnable action) {
        var unused = loop.schedule(action, Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    static long millis(long count) {
        return TimeUnit.MILLISECONDS.toNanos(count);
    }
}
