package dev.faultline.targets.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server behind a proxy that takes one connection, keeps what comes and when it ended, and can echo. */
final class Upstream implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Socket> accepted = new CompletableFuture<>();
    private final CompletableFuture<Long> ended = new CompletableFuture<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final boolean echoes;

    private Upstream(boolean echoes) throws IOException {
        this.echoes = echoes;
        Thread thread = new Thread(this::run, "faultline-upstream");
        thread.setDaemon(true);
        thread.start();
    }

    static Upstream silent() throws IOException {
        return new Upstream(false);
    }

    static Upstream echoing() throws IOException {
        return new Upstream(true);
    }

    private void run() {
        try (Socket socket = listening.accept();
                InputStream in = socket.getInputStream()) {
            accepted.complete(socket);
            byte[] buffer = new byte[65536];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                synchronized (received) {
                    received.write(buffer, 0, count);
                    received.notifyAll();
                }
                if (echoes) {
                    socket.getOutputStream().write(buffer, 0, count);
                }
            }
        } catch (IOException broken) {
            accepted.completeExceptionally(broken);
        } finally {
            ended.complete(System.nanoTime());
            synchronized (received) {
                received.notifyAll();
            }
        }
    }

    String address() {
        InetSocketAddress address = (InetSocketAddress) listening.getLocalSocketAddress();
        return "127.0.0.1:" + address.getPort();
    }

    /** Waits until the proxy has connected. */
    Socket connection() throws Exception {
        return accepted.get(10, TimeUnit.SECONDS);
    }

    /** Waits until so many bytes have come. */
    byte[] await(int bytes) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        synchronized (received) {
            while (received.size() < bytes && System.nanoTime() < deadline) {
                received.wait(10);
            }
            return received.toByteArray();
        }
    }

    int receivedBytes() {
        synchronized (received) {
            return received.size();
        }
    }

    /** Waits until the connection has ended; answers when, in {@link System#nanoTime}. */
    long awaitEnd() throws InterruptedException, ExecutionException, TimeoutException {
        return ended.get(10, TimeUnit.SECONDS);
    }

    /**
     * Whether nothing more comes for so long, and no end either. That nothing happens can only be seen by waiting; on a slow machine
     * less is seen, and never something else.
     *
     * @param bytes what has come before
     */
    boolean hearsNothingBeyond(int bytes, Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        synchronized (received) {
            long left = time.toNanos();
            while (received.size() == bytes && !ended.isDone() && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(received, left);
                left = deadline - System.nanoTime();
            }
            return received.size() == bytes && !ended.isDone();
        }
    }

    /** Nobody listens any more. What is accepted while the socket closes, as Java may do, is closed too. */
    @Override
    public void close() throws IOException {
        var unused = accepted.thenAccept(Upstream::end);
        listening.close();
        ended.join();
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
