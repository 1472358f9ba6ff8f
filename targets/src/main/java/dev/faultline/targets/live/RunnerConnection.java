package dev.faultline.targets.live;

import dev.faultline.harness.wire.Envelope;
import dev.faultline.harness.wire.WireFormat;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The line to one boot of a node that the node runner runs. One thread reads and one writes, so that a frozen node
 * holds up nobody.
 */
public final class RunnerConnection implements NodeConnection {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int MOST_UNSENT = 10_000;

    private final Socket socket = new Socket();
    private final WireFormat wire;
    private final Listener listener;
    private final LinkedBlockingQueue<Optional<Envelope>> unsent = new LinkedBlockingQueue<>(MOST_UNSENT);

    private RunnerConnection(WireFormat wire, Listener listener) {
        this.wire = wire;
        this.listener = listener;
    }

    /**
     * Connects to a node.
     *
     * @throws IOException when nobody answers at the address
     */
    public static NodeConnection open(String name, InetSocketAddress address, WireFormat wire, Listener listener)
            throws IOException {
        RunnerConnection connection = new RunnerConnection(wire, listener);
        connection.socket.setTcpNoDelay(true);
        connection.socket.connect(address, CONNECT_MILLIS);
        connection.start("faultline-from-" + name, connection::read);
        connection.start("faultline-to-" + name, connection::write);
        return connection;
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void send(Envelope envelope) {
        unsent.offer(Optional.of(envelope));
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                listener.received(wire.parse(line));
            }
        } catch (IOException ended) {
            // A connection ends like this when its node is killed, and the listener is told below.
        } finally {
            close();
            listener.ended();
        }
    }

    private void write() {
        try (OutputStream out = socket.getOutputStream()) {
            for (var next = unsent.take(); next.isPresent(); next = unsent.take()) {
                out.write((wire.line(next.get()) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException ended) {
            close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        unsent.clear();
        unsent.offer(Optional.empty());
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // Nothing is left to close.
        }
    }
}
