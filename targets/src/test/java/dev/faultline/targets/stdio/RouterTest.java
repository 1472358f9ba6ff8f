package dev.faultline.targets.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.scenario.Seeds;
import dev.faultline.targets.live.Loop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouterTest {
    private static final long LATENCY = Duration.ofMillis(40).toNanos();

    @TempDir
    private Path directory;

    private final Loop loop = new Loop("router-test");
    private final List<String> mistakes = new ArrayList<>();
    private final FakeNodes nodes = new FakeNodes();
    private Network network;
    private MessageLog log;
    private Router router;

    private static final class FakeNodes implements Router.Inboxes {
        private final Set<String> names = new TreeSet<>(List.of("n1", "n2"));
        private final Set<String> down = new HashSet<>();
        private final Map<String, Integer> boots = new HashMap<>();
        private final List<Packet> delivered = new ArrayList<>();

        @Override
        public Set<String> names() {
            return names;
        }

        @Override
        public int boots(String node) {
            return boots.getOrDefault(node, 1);
        }

        @Override
        public boolean deliver(Packet packet) {
            return !down.contains(packet.dest()) && delivered.add(packet);
        }

        void restart(String node) {
            boots.put(node, boots(node) + 1);
        }
    }

    @BeforeEach
    void connect() throws IOException {
        network = new Network(Seeds.random(1, "network"), Duration.ofNanos(LATENCY));
        log = new MessageLog(directory, loop::now);
        router = new Router(
                loop, network, Service.all(Seeds.random(1, "services")), new Mistakes(mistakes::add), log, nodes);
    }

    @AfterEach
    void close() throws IOException {
        loop.close();
        log.close();
    }

    private static Packet packet(String src, String dest, String body) {
        return new Packet(src, dest, Json.tree(body));
    }

    /** In the loop's thread; waits until it is done. */
    private void now(Runnable action) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        loop.soon(() -> {
            action.run();
            done.countDown();
        });
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
    }

    /** When everything that is under way has arrived or is lost, there and back. */
    private void later() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        loop.at(loop.now() + 3 * LATENCY, done::countDown);
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(loop.failure()).isNull();
    }

    @Test
    void nodesHearEachOther() throws InterruptedException {
        Packet gossip = packet("n1", "n2", "[1, 2]");
        now(() -> router.route(gossip));
        later();

        assertThat(nodes.delivered).containsExactly(gossip);
    }

    @Test
    void whatIsUnderWayToANodeThatRestartsIsLost() throws InterruptedException {
        now(() -> {
            router.route(packet("n1", "n2", "{}"));
            nodes.restart("n2");
        });
        later();

        assertThat(nodes.delivered).isEmpty();
    }

    @Test
    void whatIsUnderWayWhenItsLinkIsCutIsLost() throws InterruptedException {
        now(() -> {
            router.route(packet("n1", "n2", "{}"));
            router.route(packet("n2", "n1", "{}"));
            network.cut(NodeId.node(1), NodeId.node(2));
        });
        later();

        assertThat(nodes.delivered).containsExactly(packet("n2", "n1", "{}"));
    }

    @Test
    void aServiceAnswersTheNodeThatAsked() throws InterruptedException {
        now(() -> router.route(packet("n1", "lin-tso", "{'type': 'ts', 'msg_id': 3}")));
        later();

        assertThat(nodes.delivered).hasSize(1);
        assertThat(nodes.delivered.get(0).line())
                .isEqualTo(
                        "{\"src\":\"lin-tso\",\"dest\":\"n1\",\"body\":{\"type\":\"ts_ok\",\"ts\":0,\"in_reply_to\":3}}");
    }

    @Test
    void aServiceDoesNotAnswerTheNextBootOfWhoAsked() throws InterruptedException {
        now(() -> {
            router.route(packet("n1", "lin-tso", "{'type': 'ts', 'msg_id': 1}"));
            nodes.restart("n1");
        });
        later();

        assertThat(nodes.delivered).isEmpty();
    }

    @Test
    void servicesAreReachedWhateverIsCutBetweenNodes() throws InterruptedException {
        now(() -> {
            network.cut(NodeId.node(1), NodeId.node(2));
            network.cut(NodeId.node(2), NodeId.node(1));
            router.route(packet("n1", "lin-tso", "{'type': 'ts', 'msg_id': 1}"));
        });
        later();

        assertThat(nodes.delivered).hasSize(1);
    }

    @Test
    void clientsAreAnsweredAtOnceAndAskWhoIsUp() throws InterruptedException {
        List<Packet> replies = new ArrayList<>();
        router.addClient("c1", replies::add);
        nodes.down.add("n2");
        now(() -> {
            assertThat(router.ask(packet("c1", "n1", "{}"))).isTrue();
            assertThat(router.ask(packet("c1", "n2", "{}"))).isFalse();
            router.route(packet("n1", "c1", "{'type': 'read_ok'}"));
            assertThat(replies).hasSize(1);
        });
        assertThat(loop.failure()).isNull();
    }

    @Test
    void aMessageToNobodyIsAMistake() throws InterruptedException {
        now(() -> router.route(packet("n1", "n9", "{}")));

        assertThat(mistakes)
                .singleElement()
                .asString()
                .startsWith(
                        "n1 sent a message to 'n9', which nobody is called. There are n1, n2, the services lin-kv,");
    }

    @Test
    void theTraceTellsWhatBecameOfEveryMessage() throws InterruptedException, IOException {
        now(() -> {
            router.route(packet("n1", "n2", "{'type': 'gossip'}"));
            network.cut(NodeId.node(2), NodeId.node(1));
            router.route(packet("n2", "n1", "{'type': 'gossip'}"));
            router.ask(packet("c1", "n1", "{'type': 'read'}"));
        });
        later();

        assertThat(Files.readAllLines(directory.resolve("trace.jsonl")))
                .map(line -> Json.object(line).path("kind").asText() + " at "
                        + Json.object(line).path("node").asText() + ", message "
                        + Json.object(line).path("message").asInt())
                .containsExactly(
                        "send at n1, message 1",
                        "send at n2, message 2",
                        "drop at n1, message 2",
                        "deliver at n1, message 0",
                        "deliver at n2, message 1");
        assertThat(log.counts().byType()).isEqualTo(Map.of("gossip", 2L));
        assertThat(log.steps()).isEqualTo(2);
    }
}
