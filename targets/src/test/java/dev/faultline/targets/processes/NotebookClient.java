package dev.faultline.targets.processes;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.harness.wire.Envelope;
import dev.faultline.harness.wire.WireFormat;
import dev.faultline.targets.live.Notebook.Answer;
import dev.faultline.targets.live.Notebook.Ask;
import dev.faultline.targets.runner.ControlMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Asks one notebook, over a connection that leads straight to it. */
final class NotebookClient implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final NodeId CLIENT = NodeId.client(1);

    private final NodeId node;
    private final WireFormat wire;
    private final Socket socket;
    private final BufferedReader lines;
    private long asked;

    /** Connects, and starts the node's program. */
    NotebookClient(NodeId node, InetSocketAddress address, WireFormat wire) throws IOException {
        this.node = node;
        this.wire = wire;
        this.socket = new Socket(address.getAddress(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        say(ControlMessage.HARNESS, new ControlMessage.Watch());
    }

    private void say(NodeId from, Message message) throws IOException {
        String line = wire.line(new Envelope(from, node, message)) + "\n";
        socket.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Asks, and waits for the answer. */
    long ask(String f, long number) throws IOException {
        say(CLIENT, new Ask(++asked, f, number));
        while (true) {
            if (wire.parse(lines.readLine()).body() instanceof Answer answer && answer.inReplyTo() == asked) {
                return (Long) ((Outcome.Ok) answer.outcome()).value();
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
