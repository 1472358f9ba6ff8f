package dev.faultline.targets.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Measures round trips: on every connection a line goes to the far side and comes back, then the next. */
final class PingPong implements AutoCloseable {
    static final int LINE = 64;

    private static final Duration RUN_UP = Duration.ofMillis(100);

    private final Listener echo = new Listener(PingPong::answer);

    PingPong() throws IOException {}

    private static void answer(SocketChannel connection) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(LINE);
        while (connection.read(buffer) >= 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                connection.write(buffer);
            }
            buffer.clear();
        }
    }

    /** Where the lines are answered. */
    InetSocketAddress echo() throws IOException {
        return echo.address();
    }

    /** One connection and what it measured. */
    private static final class Player {
        private final Histogram nanos = new Histogram(TimeUnit.SECONDS.toNanos(60), 3);
        private final SocketChannel connection;
        private final Thread thread = new Thread(this::play, "bench-ping");
        private volatile boolean counts;

        Player(InetSocketAddress address) throws IOException {
            connection = SocketChannel.open(address);
            connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }

        private void play() {
            ByteBuffer line = ByteBuffer.allocateDirect(LINE);
            try (connection) {
                while (true) {
                    boolean counted = counts;
                    long start = System.nanoTime();
                    roundTrip(line.clear());
                    if (counted && counts) {
                        nanos.recordValue(System.nanoTime() - start);
                    }
                }
            } catch (IOException closed) {
                // Closing ends the measurement.
            }
        }

        private void roundTrip(ByteBuffer line) throws IOException {
            while (line.hasRemaining()) {
                connection.write(line);
            }
            line.clear();
            while (line.hasRemaining()) {
                if (connection.read(line) < 0) {
                    throw new IOException("ended");
                }
            }
        }
    }

    /**
     * Plays for a while through the address, which leads to the echo.
     *
     * @param window what happens between the run-up and the end
     * @return how long round trips took that lie in the window, in nanoseconds
     */
    Histogram through(InetSocketAddress address, int connections, Window window)
            throws IOException, InterruptedException {
        List<Player> players = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                players.add(new Player(address));
            }
            echo.awaitOpen(connections);
            players.forEach(player -> player.thread.start());
            Thread.sleep(RUN_UP.toMillis());
            players.forEach(player -> player.counts = true);
            window.pass();
            players.forEach(player -> player.counts = false);
        } finally {
            for (Player player : players) {
                player.connection.close();
                player.thread.join();
            }
            echo.awaitOpen(0);
        }
        Histogram all = new Histogram(TimeUnit.SECONDS.toNanos(60), 3);
        players.forEach(player -> all.add(player.nanos));
        return all;
    }

    @Override
    public void close() throws IOException {
        echo.close();
    }
}
