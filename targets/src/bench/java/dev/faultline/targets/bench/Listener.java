package dev.faultline.targets.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;

/** The far side of a measurement: a server on the loopback address with a thread for each connection. */
final class Listener implements AutoCloseable {
    private final ServerSocketChannel listening = ServerSocketChannel.open();
    private final AtomicInteger open = new AtomicInteger();

    /** What happens on one connection until it ends. */
    interface Service {
        void serve(SocketChannel connection) throws IOException;
    }

    Listener(Service service) throws IOException {
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        Thread thread = new Thread(() -> accept(service), "bench-accept");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(Service service) {
        try {
            while (true) {
                SocketChannel accepted = listening.accept();
                accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
                open.incrementAndGet();
                Thread thread = new Thread(() -> serve(service, accepted), "bench-serve");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException closed) {
            // Nobody is measured any more.
        }
    }

    private void serve(Service service, SocketChannel accepted) {
        try (accepted) {
            service.serve(accepted);
        } catch (IOException ended) {
            // The near side closes while bytes are on the way.
        } finally {
            open.decrementAndGet();
        }
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) listening.getLocalAddress();
    }

    /** Waits until so many connections are open, because proxies make and end theirs later than whoever uses them. */
    void awaitOpen(int connections) throws InterruptedException {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (open.get() != connections) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(open.get() + " connections are open where " + connections
                        + " were expected, so nothing can be measured.");
            }
            Thread.sleep(1);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
