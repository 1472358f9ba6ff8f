package dev.faultline.targets.runner;

import dev.faultline.harness.wire.Envelope;
import dev.faultline.harness.wire.MalformedEnvelope;
import dev.faultline.harness.wire.WireFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.function.BiConsumer;

/** A connection that somebody else made to this node. Answers go out in a thread of their own, so that nobody waits for a reader. */
final class Conversation {
    private static final int MOST_QUEUED = 10_000;

    private final Socket socket;
    private final WireFormat wire;
    private final NodeLog log;
    private final LinkedBlockingDeque<Envelope> answers = new LinkedBlockingDeque<>(MOST_QUEUED);
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
        while (!answers.offerLast(envelope)) {
            answers.pollFirst();
        }
        if (writer == null) {
            writer = thread("faultline-answers-" + socket.getPort(), this::write);
            writer.start();
        }
    }

    private void write() {
        try {
            OutputStream out = socket.getOutputStream();
            while (!socket.isClosed()) {
                out.write((wire.line(answers.takeFirst()) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException ended) {
            answers.clear();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits a moment until everything is written. */
    void drain() throws InterruptedException {
        for (int i = 0; i < 100 && !answers.isEmpty(); i++) {
            Thread.sleep(1);
        }
    }
}
