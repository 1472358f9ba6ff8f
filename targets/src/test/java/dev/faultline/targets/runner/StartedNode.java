package dev.faultline.targets.runner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.live.Notebook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A notebook in a JVM of its own, and a connection to it that speaks raw lines. */
final class StartedNode implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int PATIENCE_MILLIS = 20_000;

    private final Process process;
    private final Path log;
    private final int port;
    private Socket socket;
    private BufferedReader lines;

    private StartedNode(Process process, Path log, int port) throws IOException {
        this.process = process;
        this.log = log;
        this.port = port;
        reconnect();
    }

    /** Boots n1 of two; its storage and its log are in the directory, its peer n2 is at the address. */
    static StartedNode in(Path directory, String peer) throws IOException {
        NodeId self = NodeId.node(1);
        Launch launch = new Launch(
                Notebook.cluster(2).roles(),
                self,
                "127.0.0.1",
                0,
                Map.of(NodeId.node(2), peer),
                directory.resolve("storage").toString(),
                1,
                1);
        Path file = Files.write(directory.resolve("launch"), launch.bytes());
        Path log = directory.resolve("log");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), NodeMain.class.getName(), file.toString())
                .redirectError(log.toFile())
                .start();
        String ready = process.inputReader().readLine();
        return new StartedNode(process, log, Integer.parseInt(ready.substring("ready ".length())));
    }

    /** Opens another connection, as when the first was closed. */
    void reconnect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    void say(String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void order(String body) throws IOException {
        say("{\"src\":\"harness\",\"dest\":\"n1\",\"body\":" + body + "}");
    }

    void watch() throws IOException {
        order("{\"type\":\"watch\"}");
    }

    void ask(int number, String f, long value) throws IOException {
        say("{\"src\":\"c1\",\"dest\":\"n1\",\"body\":{\"type\":\"ask\",\"msg_id\":" + number + ",\"f\":\"" + f
                + "\",\"number\":" + value + "}}");
    }

    /** Whether it says nothing for so long. */
    boolean isSilentFor(Duration time) throws IOException {
        socket.setSoTimeout((int) time.toMillis());
        try {
            return lines.read() < -1;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    /** The next line; null at the end of the connection. */
    JsonNode hear() throws IOException {
        String line = lines.readLine();
        return line == null ? null : MAPPER.readTree(line);
    }

    /** The body of the next line of a type. */
    JsonNode hear(String type) throws IOException {
        for (JsonNode line = hear(); line != null; line = hear()) {
            if (line.at("/body/type").asText().equals(type)) {
                return line.get("body");
            }
        }
        throw new IOException("The node closed the connection before it said " + type + ".");
    }

    /** What the node answers to this question. */
    JsonNode answer(int number, String f, long value) throws IOException {
        ask(number, f, value);
        return hear("answer").at("/outcome/value");
    }

    void endInput() throws IOException {
        process.getOutputStream().close();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The node still runs.");
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    List<String> log() throws IOException {
        return Files.readAllLines(log);
    }

    @Override
    public void close() throws IOException {
        socket.close();
        process.destroyForcibly();
        process.onExit().join();
    }
}
