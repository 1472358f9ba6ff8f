package dev.faultline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes of the replicated store, each started by {@code bin/faultline-node}. */
class StartScriptTest {
    private static final String STORE = "dev.faultline.reference.consensus.raftkv.RaftKv";
    private static final String SCRIPT =
            Path.of("").toAbsolutePath().resolveSibling("bin/faultline-node").toString();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private final List<Integer> ports = new ArrayList<>();
    private final List<Process> nodes = new ArrayList<>();
    private int asked;

    @BeforeEach
    void startThree() throws IOException {
        List<ServerSocket> free = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            free.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        for (ServerSocket each : free) {
            ports.add(each.getLocalPort());
            each.close();
        }
        for (int i = 0; i < 3; i++) {
            nodes.add(start(i));
        }
    }

    @AfterEach
    void end() {
        nodes.forEach(Process::destroyForcibly);
        nodes.forEach(node -> node.onExit().join());
    }

    private Process start(int index) throws IOException {
        String id = "n" + (index + 1);
        String addresses = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        String storage = directory.resolve(id).toString();
        ProcessBuilder script = new ProcessBuilder(
                        SCRIPT, STORE, "--node", id, "--addresses", addresses, "--storage", storage)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve(id + ".log").toFile()));
        script.environment().put("FAULTLINE_CLASS_PATH", System.getProperty("java.class.path"));
        return script.start();
    }

    @Test
    void theyAgreeWithoutAHarnessAndForgetNothing() throws Exception {
        int leader = untilOk("write", ",\"value\":42", -1);
        nodes.get(leader).destroyForcibly().onExit().join();

        int successor = untilOk("read", "", leader);
        assertThat(successor).isNotEqualTo(leader);

        end();
        for (int node = 0; node < nodes.size(); node++) {
            nodes.set(node, start(node));
        }
        untilOk("read", "", -1);
    }

    /** Asks the nodes, except for one, until the leader among them has answered; answers who that is. */
    private int untilOk(String type, String more, int except) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            for (int node = 0; node < ports.size(); node++) {
                String answer = node == except ? "" : ask(node, type, more);
                if (answer.contains("\"outcome\":\"ok\"")) {
                    assertThat(answer).contains("42");
                    return node;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("Nobody answered :" + type + " within " + PATIENCE + ".");
    }

    private String ask(int node, String type, String more) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.get(node))) {
            socket.setSoTimeout(2_000);
            String body = "{\"type\":\"" + type + "\",\"msg_id\":" + ++asked + ",\"key\":\"x\"" + more + "}";
            String line = "{\"src\":\"c1\",\"dest\":\"n" + (node + 1) + "\",\"body\":" + body + "}\n";
            socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return answer == null ? "" : answer;
        } catch (IOException notNow) {
            return "";
        }
    }
}
