package dev.faultline.targets.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.Disturbance.Bandwidth;
import dev.faultline.harness.fault.Disturbance.Latency;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.live.ToxiproxyLinks.Link;
import dev.faultline.targets.proxy.EmbeddedToxiproxy;
import dev.faultline.targets.proxy.ProxyServer;
import dev.faultline.targets.proxy.ToxiproxyProgram;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A receiver dies while messages to it are held back. */
@SuppressWarnings("AddressSelection") // the loopback address
class DeadReceiverTest {
    private static final NodeId N1 = NodeId.node(1);
    private static final NodeId N2 = NodeId.node(2);
    private static final int MESSAGES = 30;

    /** Nothing says when a proxy has read a message. Those that it reads together are one to it: on a slow machine there are fewer. */
    private static final int BETWEEN_MESSAGES_MILLIS = 10;

    private static final int PATIENCE = 10_000;

    /** Less than Toxiproxy tries to deliver one message. */
    private static final Duration SOON = Duration.ofSeconds(4);

    enum Kind {
        REAL,
        EMBEDDED;

        ProxyServer start() throws IOException {
            if (this == EMBEDDED) {
                return EmbeddedToxiproxy.start();
            }
            Optional<Path> program = ToxiproxyProgram.find();
            assumeTrue(program.isPresent(), "needs toxiproxy-server on the PATH, or named by faultline.toxiproxy");
            return ToxiproxyProgram.start(program.get(), pid -> {});
        }
    }

    private static Disturbance disturbance(String name) {
        return name.equals("latency") ? new Latency(Duration.ofMillis(500), Duration.ofMillis(700)) : new Bandwidth(1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = listening(0)) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket listening(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    @ParameterizedTest
    @CsvSource({"REAL, latency", "REAL, bandwidth", "EMBEDDED, latency", "EMBEDDED, bandwidth"})
    void holdsUpNobody(Kind kind, String disturbed) throws Exception {
        Disturbance disturbance = disturbance(disturbed);
        int listen = freePort();
        int upstream = freePort();
        try (ProxyServer server = kind.start();
                ToxiproxyLinks links = new ToxiproxyLinks(server, server.isFrameAware())) {
            links.add(new Link(N1, N2), "n1-n2", "127.0.0.1:" + listen, "127.0.0.1:" + upstream);
            links.disturb(disturbance);
            try (Socket sender = new Socket()) {
                dieWithMessagesOnTheWay(sender, listen, upstream);
                long start = System.nanoTime();
                links.died(N2);
                links.calm(disturbance);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
            }
            assertThat(carries(listen, upstream)).isTrue();
        }
    }

    private static void dieWithMessagesOnTheWay(Socket sender, int listen, int upstream) throws Exception {
        try (ServerSocket listening = listening(upstream)) {
            sender.setTcpNoDelay(true);
            sender.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), listen));
            try (Socket receiver = listening.accept()) {
                for (int message = 0; message < MESSAGES; message++) {
                    sender.getOutputStream().write(new byte[100]);
                    Thread.sleep(BETWEEN_MESSAGES_MILLIS);
                }
                receiver.setSoLinger(true, 0);
            }
        }
    }

    private static boolean carries(int listen, int upstream) throws IOException {
        try (ServerSocket listening = listening(upstream);
                Socket sender = new Socket("127.0.0.1", listen);
                Socket receiver = listening.accept()) {
            sender.getOutputStream().write(42);
            receiver.setSoTimeout(PATIENCE);
            return receiver.getInputStream().read() == 42;
        }
    }

    @ParameterizedTest
    @CsvSource({"REAL", "EMBEDDED"})
    void itsSuccessorIsDisturbedAsItWas(Kind kind) throws Exception {
        int listen = freePort();
        int upstream = freePort();
        try (ProxyServer server = kind.start();
                ToxiproxyLinks links = new ToxiproxyLinks(server, server.isFrameAware())) {
            links.add(new Link(N1, N2), "n1-n2", "127.0.0.1:" + listen, "127.0.0.1:" + upstream);
            links.disturb(disturbance("latency"));
            links.died(N2);
            long start = System.nanoTime();
            assertThat(carries(listen, upstream)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(490));
        }
    }
}
