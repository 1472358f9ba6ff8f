package dev.faultline.targets.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Measures throughput: connections carry bytes one way as fast as they go, and the far side counts what arrives. */
final class Pump implements AutoCloseable {
    private static final int BUFFER = 256 << 10;
    private static final Duration RUN_UP = Duration.ofMillis(300);

    private final LongAdder arrived = new LongAdder();
    private final Listener sink = new Listener(this::swallow);

    Pump() throws IOException {}

    private void swallow(SocketChannel connection) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        for (int count = connection.read(buffer); count >= 0; count = connection.read(buffer.clear())) {
            arrived.add(count);
        }
    }

    /** Where the bytes shall arrive. */
    InetSocketAddress sink() throws IOException {
        return sink.address();
    }

    /**
     * Pumps for a while through the address, which leads to the sink.
     *
     * @param window what happens between the run-up and the end
     * @return bytes that arrived in the window
     */
    long through(InetSocketAddress address, int connections, Window window) throws IOException, InterruptedException {
        List<SocketChannel> open = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                SocketChannel connection = SocketChannel.open(address);
                open.add(connection);
                threads.add(new Thread(() -> pump(connection), "bench-pump"));
            }
            sink.awaitOpen(connections);
            threads.forEach(Thread::start);
            Thread.sleep(RUN_UP.toMillis());
            long before = arrived.sum();
            window.pass();
            return arrived.sum() - before;
        } finally {
            for (SocketChannel connection : open) {
                connection.close();
            }
            for (Thread thread : threads) {
                thread.join();
            }
            sink.awaitOpen(0);
        }
    }

    private static void pump(SocketChannel connection) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        try {
            while (true) {
                connection.write(buffer.hasRemaining() ? buffer : buffer.clear());
            }
        } catch (IOException closed) {
            // Closing ends the measurement.
        }
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
