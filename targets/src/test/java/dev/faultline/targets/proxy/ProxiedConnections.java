package dev.faultline.targets.proxy;

import eu.rekawek.toxiproxy.Proxy;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;

/** A proxy on the real server or on the embedded one, driven by toxiproxy-java, and connections through it. */
@SuppressWarnings("AddressSelection") // the loopback address
abstract class ProxiedConnections {
    static final int PATIENCE = 10_000;

    private ProxyServer server;

    enum Kind {
        REAL,
        EMBEDDED
    }

    final Proxy proxy(Kind kind, Upstream upstream) throws IOException {
        server = kind == Kind.REAL ? Servers.real() : EmbeddedToxiproxy.start();
        return server.client().createProxy("p", "127.0.0.1:0", upstream.address());
    }

    @AfterEach
    final void stop() {
        if (server != null) {
            server.close();
        }
    }

    static Socket connect(Proxy proxy) throws IOException {
        String listen = proxy.getListen();
        Socket socket = new Socket("127.0.0.1", Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1)));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
