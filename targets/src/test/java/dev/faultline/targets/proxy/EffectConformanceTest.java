package dev.faultline.targets.proxy;

import static eu.rekawek.toxiproxy.model.ToxicDirection.UPSTREAM;
import static org.assertj.core.api.Assertions.assertThat;

import eu.rekawek.toxiproxy.Proxy;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each toxic does to data, the same for the real server and the embedded one. */
class EffectConformanceTest extends ProxiedConnections {

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
                assertThat(upstream.hearsNothingBeyond(0, Duration.ofMillis(300)))
                        .isTrue();
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
                stop();
                writer.join(PATIENCE);
                assertThat(writer.isAlive()).isFalse();
            }
        }
    }
}
