package dev.faultline.targets.foreign;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.node.Outcome;
import dev.faultline.harness.wire.Envelope;
import dev.faultline.targets.live.NodeConnection;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The clients of one boot of a foreign node, each in a thread of its own. Orders for the node runner are passed over. */
public final class ForeignConnection implements NodeConnection {
    private final NodeId node;
    private final InetSocketAddress address;
    private final Connector connector;
    private final Listener listener;
    private final Map<NodeId, ClientThread> clients = new HashMap<>();
    private boolean closed;

    /**
     * Connects nobody yet.
     *
     * @param address where clients reach the node
     */
    public ForeignConnection(NodeId node, InetSocketAddress address, Connector connector, Listener listener) {
        this.node = node;
        this.address = address;
        this.connector = connector;
        this.listener = listener;
    }

    /** What a client hears that asks a node that is down: to try another one. */
    public static Optional<Message> refusal(Message request) {
        return request instanceof Operation operation
                ? Optional.of(operation.answer(Outcome.redirect(Optional.empty())))
                : Optional.empty();
    }

    @Override
    public synchronized void send(Envelope envelope) {
        if (!closed && envelope.body() instanceof Operation operation) {
            NodeId client = envelope.src();
            idle(client)
                    .ask(
                            operation,
                            outcome -> listener.received(new Envelope(node, client, operation.answer(outcome))));
        }
    }

    /** A client that still waits for an answer, although nobody wants that any more, is given up for a new one. */
    private ClientThread idle(NodeId client) {
        ClientThread thread = clients.get(client);
        if (thread != null && !thread.isBusy()) {
            return thread;
        }
        if (thread != null) {
            thread.close();
        }
        ClientThread fresh = new ClientThread("faultline-" + client + "-" + node, () -> connector.connect(address));
        clients.put(client, fresh);
        return fresh;
    }

    @Override
    public synchronized void close() {
        closed = true;
        clients.values().forEach(ClientThread::close);
        clients.clear();
    }
}
