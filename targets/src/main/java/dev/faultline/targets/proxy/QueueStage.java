package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** A stage that holds pieces in a queue and lets one go after another, each at a time of its own. */
abstract class QueueStage extends Stage {
    private final ArrayDeque<Piece> queue = new ArrayDeque<>();
    private boolean ended;
    private boolean waiting;
    private boolean surrendered;

    /** @param data the piece, or {@code null} for the end of the stream */
    private record Piece(ByteBuf data, long arrivedAt) {}

    @Override
    final void data(ByteBuf piece) {
        queue.add(new Piece(piece, System.nanoTime()));
        proceed();
    }

    @Override
    final void end() {
        ended = true;
        queue.add(new Piece(null, System.nanoTime()));
        proceed();
    }

    /** When the piece that is first now may go, in {@link System#nanoTime}. */
    abstract long due(ByteBuf piece, long arrivedAt);

    /** When the end may go. */
    long endDue() {
        return System.nanoTime();
    }

    /** The piece goes. What is left of it, if anything, stays first in the queue. */
    ByteBuf release(ByteBuf piece) {
        emit(piece);
        return null;
    }

    private void proceed() {
        if (waiting || surrendered || queue.isEmpty()) {
            return;
        }
        Piece first = queue.peek();
        long due = first.data() == null ? endDue() : due(first.data(), first.arrivedAt());
        long wait = due - System.nanoTime();
        if (wait <= 0) {
            go();
        } else {
            waiting = true;
            later(wait, () -> {
                waiting = false;
                go();
            });
        }
    }

    private void go() {
        if (surrendered) {
            return;
        }
        Piece first = queue.poll();
        if (first.data() == null) {
            emitEnd();
            return;
        }
        ByteBuf rest = release(first.data());
        if (rest != null) {
            queue.addFirst(new Piece(rest, first.arrivedAt()));
        }
        proceed();
    }

    @Override
    final List<ByteBuf> surrender() {
        surrendered = true;
        List<ByteBuf> held = new ArrayList<>();
        queue.stream().filter(piece -> piece.data() != null).forEach(piece -> held.add(piece.data()));
        queue.clear();
        return held;
    }

    @Override
    final boolean holdsEnd() {
        return ended;
    }
}
