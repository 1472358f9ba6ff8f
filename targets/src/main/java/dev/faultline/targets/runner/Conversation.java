package dev.faultline.targets.runner;

import dev.faultline.harness.wire.Envelope;
import dev.faultline.harness.wire.MalformedEnvelope;
import dev.faultline.harness.wire.WireFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** A connection that somebody else made to this node. Answers go out in a thread of their own, so that nobody waits for a reader. */
final class Conversation {
    private static final int MOST_QUEUED = 10_000;

    private final Socket socket;
    private final WireFormat wire;
    private final NodeLog log;
    private final LinkedBlockingDeque<Envelope> answers = new LinkedBlockingDeque<>(MOST_QUEUED);
    private final AtomicInteger unwritten = new AtomicInteger();
    private Thread writer;

    Conversation(Socket socket, WireFormat wire, NodeLog log) {
        this.socket = socket;
        this.wire = wire;
        this.log = log;
    }

    /** Reads until the other side ends it or says something that is no envelope. A last line without its end is passed over. */
    void start(BiConsumer<Conversation, Envelope> heard) {
        thread("faultline-from-" + socket.getPort(), () -> read(heard)).start();
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void read(BiConsumer<Conversation, Envelope> heard) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            Lines lines = new Lines(in);
            for (String line = lines.next(); line != null; line = lines.next()) {
                heard.accept(this, wire.parse(line));
            }
        } catch (MalformedEnvelope malformed) {
            log.warn("malformed", malformed.getMessage());
        } catch (IOException ended) {
            log.info("connection-ended", ended.getMessage());
        }
    }

    /** Answers soon; when nobody reads, the oldest answer is lost. From the event loop. */
    void answer(Envelope envelope) {
        unwritten.incrementAndGet();
        while (!answers.offerLast(envelope)) {
            if (answers.pollFirst() != null) {
                unwritten.decrementAndGet();
            }
        }
        if (writer == null) {
            writer = thread("faultline-answers-" + socket.getPort(), this::write);
            writer.start();
        }
    }

    /** Answers before anything else is read, for conversations in which nothing else is answered. */
    void answerAtOnce(Envelope envelope) {
        try {
            send(envelope);
        } catch (IOException ended) {
            log.info("connection-ended", ended.getMessage());
        }
    }

    private void send(Envelope envelope) throws IOException {
        socket.getOutputStream().write((wire.line(envelope) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void write() {
        try {
            while (!socket.isClosed()) {
                send(answers.takeFirst());
                unwritten.decrementAndGet();
            }
        } catch (IOException ended) {
            unwritten.set(0);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits a moment until everything is written. */
    void drain() throws InterruptedException {
        for (int i = 0; i < 100 && unwritten.get() > 0; i++) {
            Thread.sleep(1);
        }
    }
}
