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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What toxics and proxies do to the ends of connections, the same for the real server and the embedded one. */
class EndConformanceTest extends ProxiedConnections {

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
                assertThat(upstream.hearsNothingBeyond(10, Duration.ofMillis(200)))
                        .isTrue();
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
}
