package dev.faultline.targets.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;

/**
 * The way to one peer, for messages to it only. A thread of its own connects and writes, so that a slow or dead peer holds up
 * nobody. It promises nothing: what does not get through in time is lost.
 */
final class PeerLink {
    private static final int MOST_QUEUED = 10_000;
    /**
     * What has waited longer for a connection is lost, as what is sent to a machine that is away: an algorithm that knows how late a
     * message can be must not get one that has waited for its receiver to boot.
     */
    private static final long STALE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final int CONNECT_MILLIS = 1_000;
    private static final long WELCOME_MILLIS = 1_000;
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 80;
    private static final long LOOK_MILLIS = 20;

    private final String peer;
    private final String host;
    private final int port;
    private final String hello;
    private final NodeLog log;
    private final LinkedBlockingDeque<Outgoing> queue = new LinkedBlockingDeque<>(MOST_QUEUED);

    private boolean hasBeenUp;

    private record Outgoing(long queuedAt, String line) {}

    /**
     * Makes a link that is not connected yet.
     *
     * @param address {@code host:port}, looked up again at every attempt to connect
     * @param hello the line that the peer answers when it hears
     */
    PeerLink(String peer, String address, String hello, NodeLog log) {
        this.peer = peer;
        int colon = address.lastIndexOf(':');
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
        this.hello = hello;
        this.log = log;
    }

    void start() {
        Thread thread = new Thread(this::run, "faultline-to-" + peer);
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends soon; when the queue is full, its oldest message is lost. */
    void send(String line) {
        Outgoing outgoing = new Outgoing(System.nanoTime(), line);
        while (!queue.offerLast(outgoing)) {
            queue.pollFirst();
        }
    }

    private void run() {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (true) {
                try (Socket socket = connect()) {
                    pause = FIRST_PAUSE_MILLIS;
                    log.info("link-up", peer);
                    dropStale();
                    hasBeenUp = true;
                    write(socket);
                    log.info("link-down", peer + " closed it");
                } catch (IOException broken) {
                    if (pause == FIRST_PAUSE_MILLIS) {
                        log.info("link-down", peer + " " + broken.getMessage());
                    }
                }
                Thread.sleep(pause);
                pause = Math.min(LONGEST_PAUSE_MILLIS, 2 * pause);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Connects, and waits until the peer itself has answered. */
    @SuppressWarnings("AddressSelection") // the name of a node is that of one address
    private Socket connect() throws IOException, InterruptedException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            CountDownLatch answered = watch(socket);
            socket.getOutputStream().write(hello.getBytes(StandardCharsets.UTF_8));
            if (!answered.await(WELCOME_MILLIS, TimeUnit.MILLISECONDS) || socket.isClosed()) {
                throw new IOException("does not answer");
            }
            return socket;
        } catch (IOException | InterruptedException failed) {
            socket.close();
            throw failed;
        }
    }

    /**
     * Waits for the end of a connection, on which the peer says nothing but that it hears.
     *
     * @return opens when it has said so, or the connection has ended
     */
    private CountDownLatch watch(Socket socket) {
        CountDownLatch answered = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try (socket;
                    InputStream in = socket.getInputStream()) {
                while (in.read() >= 0) {
                    answered.countDown();
                }
            } catch (IOException broken) {
                // The writer notices that the socket is closed.
            } finally {
                answered.countDown();
            }
        });
        thread.setName("faultline-watch-" + peer);
        thread.setDaemon(true);
        thread.start();
        return answered;
    }

    /** Before the first connection nothing is stale: it may only be that a node is ready sooner than its peers. */
    private void dropStale() {
        if (!hasBeenUp) {
            return;
        }
        long now = System.nanoTime();
        for (Outgoing oldest = queue.peekFirst();
                oldest != null && now - oldest.queuedAt() > STALE_NANOS;
                oldest = queue.peekFirst()) {
            queue.pollFirst();
        }
    }

    private void write(Socket socket) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        while (!socket.isClosed()) {
            Outgoing next = queue.pollFirst(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (next != null) {
                out.write(next.line().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
