package dev.faultline.targets.proxy;

import static eu.rekawek.toxiproxy.model.ToxicDirection.DOWNSTREAM;
import static eu.rekawek.toxiproxy.model.ToxicDirection.UPSTREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rekawek.toxiproxy.Proxy;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each toxic does to a connection, the same for the real server and the embedded one. Driven by toxiproxy-java. */
@SuppressWarnings("AddressSelection") // the loopback address
class EffectConformanceTest {
    private static final int PATIENCE = 10_000;

    private ProxyServer server;

    enum Kind {
        REAL,
        EMBEDDED
    }

    private Proxy proxy(Kind kind, Upstream upstream) throws IOException {
        server = kind == Kind.REAL ? Servers.real() : EmbeddedToxiproxy.start();
        return server.client().createProxy("p", "127.0.0.1:0", upstream.address());
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static Socket connect(Proxy proxy) throws IOException {
        String listen = proxy.getListen();
        Socket socket = new Socket("127.0.0.1", Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1)));
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void withoutToxicsEverythingGetsThrough(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.echoing();
                Socket client = connect(proxy(kind, upstream))) {
            byte[] sent = bytes(3_000_000);
            Thread writer = new Thread(() -> {
                try {
                    client.getOutputStream().write(sent);
                } catch (IOException broken) {
                    throw new IllegalStateException(broken);
                }
            });
            writer.start();
            assertThat(client.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
            writer.join();
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void latencyDelaysOneDirection(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.echoing()) {
            Proxy proxy = proxy(kind, upstream);
            proxy.toxics().latency("slow", UPSTREAM, 300);
            try (Socket client = connect(proxy)) {
                long start = System.nanoTime();
                client.getOutputStream().write(1);
                assertThat(client.getInputStream().read()).isEqualTo(1);
                assertThat(since(start)).isBetween(Duration.ofMillis(299), Duration.ofMillis(590));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void latencyKeepsOrderAndItsRemovalLosesNothing(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent()) {
            Proxy proxy = proxy(kind, upstream);
            proxy.toxics().latency("slow", UPSTREAM, 3_000).setJitter(500);
            try (Socket client = connect(proxy)) {
                byte[] sent = bytes(1_000);
                for (int i = 0; i < sent.length; i += 100) {
                    client.getOutputStream().write(sent, i, 100);
                    Thread.sleep(5);
                }
                long start = System.nanoTime();
                proxy.toxics().get("slow").remove();
                assertThat(upstream.await(sent.length)).isEqualTo(sent);
                assertThat(since(start)).isLessThan(Duration.ofMillis(1_500));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void bandwidthLimitsTheRate(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent()) {
            Proxy proxy = proxy(kind, upstream);
            proxy.toxics().bandwidth("narrow", UPSTREAM, 100);
            try (Socket client = connect(proxy)) {
                byte[] sent = bytes(60_000);
                long start = System.nanoTime();
                client.getOutputStream().write(sent);
                assertThat(upstream.await(sent.length)).isEqualTo(sent);
                assertThat(since(start)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1_400));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aBandwidthOfNothingLetsNothingThrough(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent()) {
            Proxy proxy = proxy(kind, upstream);
            proxy.toxics().bandwidth("narrow", UPSTREAM, 0);
            try (Socket client = connect(proxy)) {
                client.getOutputStream().write(bytes(10));
                upstream.connection();
                Thread.sleep(300);
                assertThat(upstream.receivedBytes()).isZero();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void slowCloseDelaysTheEnd(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent()) {
            Proxy proxy = proxy(kind, upstream);
            proxy.toxics().slowClose("late", UPSTREAM, 400);
            Socket client = connect(proxy);
            client.getOutputStream().write(bytes(10));
            upstream.await(10);
            long start = System.nanoTime();
            client.close();
            assertThat(Duration.ofNanos(upstream.awaitEnd() - start))
                    .isBetween(Duration.ofMillis(390), Duration.ofMillis(900));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anEndGoesOnAtOnce(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent()) {
            Socket client = connect(proxy(kind, upstream));
            client.getOutputStream().write(bytes(10));
            upstream.await(10);
            long start = System.nanoTime();
            client.close();
            assertThat(Duration.ofNanos(upstream.awaitEnd() - start)).isLessThan(Duration.ofMillis(300));
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void timeoutLetsNothingThroughAndThenCloses(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent()) {
            Proxy proxy = proxy(kind, upstream);
            proxy.toxics().timeout("dead", UPSTREAM, 400);
            try (Socket client = connect(proxy)) {
                upstream.connection();
                long start = System.nanoTime();
                client.getOutputStream().write(bytes(10));
                assertThat(Duration.ofNanos(upstream.awaitEnd() - start))
                        .isBetween(Duration.ofMillis(350), Duration.ofMillis(900));
                assertThat(upstream.receivedBytes()).isZero();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTimeoutWithoutEndClosesWhenItIsRemoved(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent()) {
            Proxy proxy = proxy(kind, upstream);
            try (Socket client = connect(proxy)) {
                client.getOutputStream().write(bytes(10));
                upstream.await(10);
                proxy.toxics().timeout("dead", UPSTREAM, 0);
                client.getOutputStream().write(bytes(10));
                Thread.sleep(200);
                assertThat(upstream.receivedBytes()).isEqualTo(10);
                assertThat(upstream.hasEnded()).isFalse();
                proxy.toxics().get("dead").remove();
                upstream.awaitEnd();
                assertThat(client.getInputStream().read()).isEqualTo(-1);
                assertThat(upstream.receivedBytes()).isEqualTo(10);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aTimeoutForAMomentBehindASlowCloseLeavesTheClientWithAHalfOpenConnection(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent()) {
            Proxy proxy = proxy(kind, upstream);
            try (Socket client = connect(proxy)) {
                client.getOutputStream().write(bytes(10));
                upstream.await(10);
                proxy.toxics().slowClose("unheard", DOWNSTREAM, 60_000);
                proxy.toxics().timeout("end", UPSTREAM, 0);
                proxy.toxics().get("end").remove();
                upstream.awaitEnd();
                client.getOutputStream().write(bytes(10));
                client.setSoTimeout(300);
                assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
                client.getOutputStream().write(bytes(10));
                client.setSoTimeout(PATIENCE);
                proxy.toxics().get("unheard").remove();
                assertThat(isOver(client)).isTrue();
                assertThat(upstream.receivedBytes()).isEqualTo(10);
            }
        }
    }

    /** What was sent and not read makes a reset of the end. */
    private static boolean isOver(Socket client) throws IOException {
        try {
            return client.getInputStream().read() == -1;
        } catch (SocketException reset) {
            return true;
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void resetPeerResets(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.echoing()) {
            Proxy proxy = proxy(kind, upstream);
            proxy.toxics().resetPeer("reset", DOWNSTREAM, 100);
            try (Socket client = connect(proxy)) {
                long start = System.nanoTime();
                client.getOutputStream().write(1);
                assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
                assertThat(since(start)).isBetween(Duration.ofMillis(95), Duration.ofMillis(600));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void slicerCutsAndWaits(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent()) {
            Proxy proxy = proxy(kind, upstream);
            proxy.toxics().slicer("sliced", UPSTREAM, 100, 20_000).setSizeVariation(10);
            try (Socket client = connect(proxy)) {
                byte[] sent = bytes(1_000);
                long start = System.nanoTime();
                client.getOutputStream().write(sent);
                assertThat(upstream.await(sent.length)).isEqualTo(sent);
                assertThat(since(start)).isBetween(Duration.ofMillis(100), Duration.ofMillis(1_500));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void limitDataClosesAfterSoManyBytes(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent()) {
            Proxy proxy = proxy(kind, upstream);
            proxy.toxics().limitData("limited", UPSTREAM, 100);
            try (Socket client = connect(proxy)) {
                byte[] sent = bytes(150);
                client.getOutputStream().write(sent);
                upstream.awaitEnd();
                assertThat(upstream.await(100)).hasSize(100).isEqualTo(Arrays.copyOf(sent, 100));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aToxicityOfNothingDoesNothing(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.echoing()) {
            Proxy proxy = proxy(kind, upstream);
            proxy.toxics().latency("slow", UPSTREAM, 5_000).setToxicity(0);
            try (Socket client = connect(proxy)) {
                long start = System.nanoTime();
                client.getOutputStream().write(1);
                assertThat(client.getInputStream().read()).isEqualTo(1);
                assertThat(since(start)).isLessThan(Duration.ofSeconds(1));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aDisabledProxyCutsItsConnectionsAndRefusesNewOnes(Kind kind) throws Exception {
        try (Upstream upstream = Upstream.silent()) {
            Proxy proxy = proxy(kind, upstream);
            try (Socket client = connect(proxy)) {
                client.getOutputStream().write(bytes(10));
                upstream.await(10);
                proxy.disable();
                upstream.awaitEnd();
                assertThatThrownBy(() -> connect(proxy)).isInstanceOf(ConnectException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void withoutUpstreamTheConnectionEnds(Kind kind) throws Exception {
        Upstream upstream = Upstream.silent();
        Proxy proxy = proxy(kind, upstream);
        upstream.close();
        try (Socket client = connect(proxy)) {
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aSlowReaderHoldsUpTheWriter() throws Exception {
        try (Upstream upstream = Upstream.silent()) {
            Proxy proxy = proxy(Kind.EMBEDDED, upstream);
            proxy.toxics().bandwidth("narrow", UPSTREAM, 1);
            try (Socket client = connect(proxy)) {
                client.setSendBufferSize(65536);
                int[] written = new int[1];
                Thread writer = new Thread(() -> {
                    try {
                        while (written[0] < 200_000_000) {
                            client.getOutputStream().write(bytes(65536));
                            written[0] += 65536;
                        }
                    } catch (IOException closed) {
                        // as it should be
                    }
                });
                writer.start();
                Thread.sleep(700);
                assertThat(written[0]).isLessThan(50_000_000);
                client.shutdownOutput();
                server.close();
                writer.join(PATIENCE);
                assertThat(writer.isAlive()).isFalse();
            }
        }
    }
}
