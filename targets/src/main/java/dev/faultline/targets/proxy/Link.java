package dev.faultline.targets.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.ArrayList;
import java.util.List;

/**
 * One direction of one connection: what comes in at the source goes through a stage for every toxic, in order, and out at the sink.
 * It stops reading while too much is on the way. Everything happens in the event loop that source and sink share.
 */
final class Link implements Stage.Ledger {
    private static final long MOST_ON_THE_WAY = 1 << 20;

    private final Channel source;
    private final Channel sink;
    private final List<Toxic> toxics = new ArrayList<>();
    private final List<Stage> stages = new ArrayList<>();
    private long onTheWay;
    private boolean ended;
    private boolean closing;
    private boolean disposed;

    private final class Exit implements Stage.Sink {
        @Override
        public void data(ByteBuf piece) {
            write(piece);
        }

        @Override
        public void end() {
            closeSink();
        }
    }

    private record Into(Stage stage) implements Stage.Sink {
        @Override
        public void data(ByteBuf piece) {
            stage.data(piece);
        }

        @Override
        public void end() {
            stage.end();
        }
    }

    Link(Channel source, Channel sink, List<Toxic> chain) {
        this.source = source;
        this.sink = sink;
        for (Toxic toxic : chain) {
            toxics.add(toxic);
            stages.add(toxic.stage());
        }
        connect();
        stages.forEach(Stage::begin);
    }

    private void connect() {
        for (int i = 0; i < stages.size(); i++) {
            stages.get(i).connect(source.eventLoop(), after(i), this);
        }
    }

    private Stage.Sink after(int index) {
        return index + 1 < stages.size() ? new Into(stages.get(index + 1)) : new Exit();
    }

    /** Takes over what has come in. What comes when the sink is closed goes nowhere. */
    void received(ByteBuf piece) {
        if (disposed) {
            piece.release();
            return;
        }
        onTheWay += piece.readableBytes();
        after(-1).data(piece);
        throttle();
    }

    /** Everything that has come in at once has been given to {@link #received}. */
    void receivedAll() {
        sink.flush();
    }

    /** Nothing comes in any more. */
    void ended() {
        if (!ended) {
            ended = true;
            after(-1).end();
        }
    }

    private void write(ByteBuf piece) {
        int bytes = piece.readableBytes();
        sink.write(piece).addListener(written -> {
            onTheWay -= bytes;
            throttle();
        });
        if (!stages.isEmpty()) {
            sink.flush();
        }
    }

    private void closeSink() {
        if (!closing) {
            closing = true;
            sink.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void changed(int bytes) {
        onTheWay += bytes;
        throttle();
    }

    private void throttle() {
        long most = MOST_ON_THE_WAY + stages.stream().mapToLong(Stage::buffer).sum();
        source.config().setAutoRead(onTheWay < most);
    }

    /** Adds a toxic after the others. */
    void add(Toxic toxic) {
        toxics.add(toxic);
        Stage stage = toxic.stage();
        stages.add(stage);
        connect();
        stage.begin();
    }

    /** Removes a toxic. What it held goes on at once, unless the toxic takes the connection with it. */
    void remove(Toxic toxic) {
        int index = index(toxic);
        Stage.Sink next = after(index);
        Stage stage = stages.get(index);
        List<ByteBuf> held = stage.surrender();
        toxics.remove(index);
        stages.remove(index);
        connect();
        if (toxic.closesWhenRemoved()) {
            held.forEach(stage::discard);
            next.end();
            return;
        }
        held.forEach(next::data);
        if (stage.holdsEnd()) {
            next.end();
        }
        sink.flush();
    }

    /** Gives a toxic other attributes. The piece that it was about to let go, goes; what waits behind that begins anew. */
    void replace(Toxic old, Toxic changed) {
        int index = index(old);
        Stage before = stages.get(index);
        List<ByteBuf> held = before.surrender();
        Stage stage = changed.stage();
        toxics.set(index, changed);
        stages.set(index, stage);
        connect();
        stage.begin();
        for (int i = 0; i < held.size(); i++) {
            if (i == 0) {
                after(index).data(held.get(i));
            } else {
                stage.data(held.get(i));
            }
        }
        if (before.holdsEnd()) {
            stage.end();
        }
    }

    /** The sink is closed: nothing that is held can go anywhere. */
    void dispose() {
        disposed = true;
        stages.forEach(stage -> stage.surrender().forEach(ByteBuf::release));
    }

    private int index(Toxic toxic) {
        for (int i = 0; i < toxics.size(); i++) {
            if (toxics.get(i).name().equals(toxic.name())) {
                return i;
            }
        }
        throw new IllegalStateException("The link has no toxic " + toxic.name() + ".");
    }
}
