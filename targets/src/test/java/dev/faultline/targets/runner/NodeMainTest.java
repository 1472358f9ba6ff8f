package dev.faultline.targets.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.faultline.targets.live.Notebook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeMainTest {
    /** Nobody can listen on this port of the loopback address without the right to. */
    private static final String NOBODY = "127.0.0.1:1";

    private static final String WELCOME = "{\"src\":\"n2\",\"dest\":\"n1\",\"body\":{\"type\":\"welcome\"}}\n";

    @TempDir
    private Path directory;

    private StartedNode node() throws IOException {
        StartedNode node = StartedNode.in(directory, NOBODY);
        node.watch();
        return node;
    }

    @Test
    void doesNothingUntilTheHarnessLooksAtIt() throws IOException {
        try (StartedNode node = StartedNode.in(directory, NOBODY)) {
            node.ask(1, "note", 7);
            assertThat(node.isSilentFor(Duration.ofMillis(300))).isTrue();
            node.watch();
            JsonNode answer = node.hear();
            assertThat(answer.at("/body/in_reply_to").asLong()).isEqualTo(1);
            assertThat(answer.at("/body/outcome/value").asLong()).isEqualTo(7);
            assertThat(answer.get("dest").asText()).isEqualTo("c1");
            assertThat(node.hear("node_status").get("steps").asLong()).isEqualTo(2);
        }
    }

    @Test
    void countsWhatItSendsAndHandles() throws IOException {
        try (StartedNode node = node()) {
            node.hear("node_status");
            node.answer(1, "note", 9);
            node.watch();
            JsonNode status = node.hear("node_status");
            assertThat(status.at("/sent_by_type/Noted").asLong()).isEqualTo(1);
            assertThat(status.at("/steps").asLong()).isEqualTo(2);
        }
    }

    @Test
    void showsEveryNewStateToWhomeverAsks() throws IOException {
        try (StartedNode node = StartedNode.in(directory, NOBODY)) {
            node.order("{\"type\":\"show_states\"}");
            node.watch();
            node.ask(1, "note", 7);
            node.ask(2, "read", 0);
            node.ask(3, "note", 8);
            for (int lines = 0; lines <= 2; lines++) {
                JsonNode state = node.hear("node_state");
                assertThat(state.get("kind").asText()).isEqualTo(Notebook.Pages.class.getName());
                assertThat(state.get("json").asText()).isEqualTo("{\"lines\":" + lines + "}");
            }
        }
    }

    @Test
    void whatWasSyncedSurvivesAKillAndTheRestDoesNot() throws IOException {
        try (StartedNode node = node()) {
            node.answer(1, "note", 7);
            node.answer(2, "scribble", 8);
        }
        try (StartedNode node = node()) {
            assertThat(node.answer(3, "read", 0).toString()).isEqualTo("[7]");
        }
    }

    @Test
    void inAPowerFailureAPartOfTheUnsyncedWritesSurvives() throws IOException, InterruptedException {
        try (StartedNode node = node()) {
            for (int number = 1; number <= 10; number++) {
                node.answer(number, "scribble", number);
            }
            node.order("{\"type\":\"die\",\"after_effects\":0,\"kept\":0.5}");
            assertThat(node.exitCode()).isEqualTo(137);
        }
        try (StartedNode node = node()) {
            assertThat(node.answer(11, "read", 0).toString())
                    .startsWith("[1,2,3,4")
                    .doesNotContain("7");
        }
    }

    @Test
    void diesBetweenTwoEffects() throws IOException, InterruptedException {
        try (StartedNode node = node()) {
            node.order("{\"type\":\"die\",\"after_effects\":3,\"kept\":0.0}");
            node.ask(1, "note", 7);
            assertThat(node.exitCode())
                    .as("append, sync and then dead before it tells its peer")
                    .isEqualTo(137);
        }
        try (StartedNode node = node()) {
            assertThat(node.answer(2, "read", 0).toString()).isEqualTo("[7]");
        }
    }

    @Test
    void aHandlerThatThrowsEndsIt() throws IOException, InterruptedException {
        try (StartedNode node = node()) {
            node.ask(1, "fly", 7);
            assertThat(node.hear("handler_failed").get("explanation").asText())
                    .contains("n1 threw", "I cannot fly", "Notebook");
            assertThat(node.exitCode()).isEqualTo(NodeMain.HANDLER_FAILED);
            assertThat(node.log()).anyMatch(line -> line.contains("ERROR n1 handler-failed"));
        }
    }

    @Test
    void stopsWhenToldTo() throws IOException, InterruptedException {
        try (StartedNode node = node()) {
            node.order("{\"type\":\"stop\"}");
            assertThat(node.exitCode()).isZero();
        }
    }

    @Test
    void doesNotOutliveWhoeverHoldsItsInput() throws IOException, InterruptedException {
        try (StartedNode node = node()) {
            assertThat(node.isAlive()).isTrue();
            node.endInput();
            assertThat(node.exitCode()).isEqualTo(130);
        }
    }

    @Test
    void aMalformedLineEndsItsConnectionAndNothingElse() throws IOException {
        try (StartedNode node = node()) {
            node.hear("node_status");
            node.say("{\"src\":\"c1\",\"dest\":\"n1\",\"body\":{\"type\":\"dance\"}}");
            assertThat(node.hear()).isNull();
            node.reconnect();
            assertThat(node.answer(1, "note", 7).asLong()).isEqualTo(7);
            assertThat(node.log()).anyMatch(line -> line.contains("WARN n1 malformed") && line.contains("dance"));
        }
    }

    @Test
    void aPeerThatNeverReadsHoldsUpNobody() throws IOException {
        try (ServerSocket peer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                StartedNode node = StartedNode.in(directory, "127.0.0.1:" + peer.getLocalPort())) {
            try (Socket frozen = peer.accept()) {
                frozen.getOutputStream().write(WELCOME.getBytes(StandardCharsets.UTF_8));
                node.watch();
                for (int number = 1; number <= 5_000; number++) {
                    assertThat(node.answer(number, "scribble", number).asLong()).isEqualTo(number);
                }
            }
        }
    }

    @Test
    void tellsAPeerNothingBeforeItAnswersAndConnectsAgain() throws IOException {
        try (ServerSocket peer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                StartedNode node = StartedNode.in(directory, "127.0.0.1:" + peer.getLocalPort())) {
            node.watch();
            node.answer(1, "note", 7);
            try (Socket deaf = peer.accept()) {
                deaf.setSoTimeout(20_000);
                BufferedReader lines = reader(deaf);
                assertThat(lines.readLine()).contains("\"hello\"");
                assertThat(lines.readLine())
                        .as("the node gives up after a second without an answer")
                        .isNull();
            }
            try (Socket hearing = peer.accept()) {
                hearing.setSoTimeout(20_000);
                BufferedReader lines = reader(hearing);
                assertThat(lines.readLine()).contains("\"hello\"");
                hearing.getOutputStream().write(WELCOME.getBytes(StandardCharsets.UTF_8));
                assertThat(lines.readLine()).contains("\"noted\"", "7");
            }
            long closed = System.nanoTime();
            peer.accept().close();
            assertThat(Duration.ofNanos(System.nanoTime() - closed)).isLessThan(Duration.ofSeconds(5));
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void itsClocksAreAsWrongAsItIsTold() throws IOException {
        long hour = Duration.ofHours(1).toMillis();
        try (StartedNode node = node()) {
            long before = node.answer(1, "clock", 0).asLong();
            assertThat(before).isCloseTo(System.currentTimeMillis(), within(10_000L));
            node.order(
                    "{\"type\":\"skew\",\"offset_nanos\":" + Duration.ofHours(1).toNanos() + ",\"rate\":1000.0}");
            node.hear("skewed");
            assertThat(node.answer(2, "clock", 0).asLong()).isGreaterThanOrEqualTo(before + hour);
            long uptime = node.answer(3, "uptime", 0).asLong();
            long started = System.nanoTime();
            long later = node.answer(4, "uptime", 0).asLong();
            long passed = Duration.ofNanos(System.nanoTime() - started).toMillis();
            assertThat(later - uptime).as("a thousand times as fast").isGreaterThanOrEqualTo(100 * passed);
        }
    }
}
