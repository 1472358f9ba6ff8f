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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
    private static final int PATIENCE_SECONDS = 30;
    private static final int DEPOSED_MILLIS = 10_000;

    @TempDir
    private Path directory;

    private final List<Integer> ports = new ArrayList<>();
    private final List<Process> nodes = new ArrayList<>();
    private final BlockingQueue<Integer> leaders = new LinkedBlockingQueue<>();
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
        startAll();
    }

    private void startAll() throws IOException {
        for (int i = 0; i < ports.size(); i++) {
            nodes.add(start(i));
        }
        for (int i = 0; i < ports.size(); i++) {
            assertThat(nodes.get(i).inputReader().readLine()).isEqualTo("ready " + ports.get(i));
            watch(i);
        }
    }

    @AfterEach
    void end() {
        nodes.forEach(Process::destroyForcibly);
        nodes.forEach(node -> node.onExit().join());
        nodes.clear();
    }

    private Process start(int index) throws IOException {
        String id = name(index);
        String addresses = ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        String storage = directory.resolve(id).toString();
        ProcessBuilder script = new ProcessBuilder(
                        SCRIPT, STORE, "--node", id, "--addresses", addresses, "--storage", storage)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        directory.resolve(id + ".log").toFile()));
        script.environment().put("FAULTLINE_CLASS_PATH", System.getProperty("java.class.path"));
        return script.start();
    }

    private static String name(int index) {
        return "n" + (index + 1);
    }

    /** Lets a node say so whenever it becomes leader, until it dies. */
    private void watch(int index) throws IOException {
        Socket socket = say(index, "harness", "{\"type\":\"watch\"}");
        Thread thread = new Thread(() -> hear(index, socket), "watches-" + name(index));
        thread.setDaemon(true);
        thread.start();
    }

    private void hear(int index, Socket socket) {
        try (socket;
                BufferedReader lines = lines(socket)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"leader\":true")) {
                    leaders.add(index);
                }
            }
        } catch (IOException dead) {
            // It says nothing more.
        }
    }

    private Socket say(int index, String from, String body) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.get(index));
        String line = "{\"src\":\"" + from + "\",\"dest\":\"" + name(index) + "\",\"body\":" + body + "}\n";
        socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    private static BufferedReader lines(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    @Test
    void theyAgreeWithoutAHarnessAndForgetNothing() throws Exception {
        int leader = leaderAnswers("write", ",\"value\":42");
        nodes.get(leader).destroyForcibly().onExit().join();

        assertThat(leaderAnswers("read", "")).isNotEqualTo(leader);

        end();
        leaders.clear();
        startAll();
        leaderAnswers("read", "");
    }

    /** Asks whoever has become leader, and the next one when that leads no longer; answers who could say. */
    private int leaderAnswers(String type, String more) throws InterruptedException {
        while (true) {
            Integer leader = leaders.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(leader)
                    .as("a leader within " + PATIENCE_SECONDS + " s that answers :" + type)
                    .isNotNull();
            String answer = ask(leader, type, more);
            if (answer.contains("\"outcome\":\"ok\"")) {
                assertThat(answer).contains("42");
                return leader;
            }
        }
    }

    /** Empty when there is no answer: the node is dead, or was deposed meanwhile. */
    private String ask(int node, String type, String more) {
        String body = "{\"type\":\"" + type + "\",\"msg_id\":" + ++asked + ",\"key\":\"x\"" + more + "}";
        try (Socket socket = say(node, "c1", body)) {
            socket.setSoTimeout(DEPOSED_MILLIS);
            String answer = lines(socket).readLine();
            return answer == null ? "" : answer;
        } catch (IOException noAnswer) {
            return "";
        }
    }
}
