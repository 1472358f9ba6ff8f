package dev.faultline.targets.runner;

import dev.faultline.harness.node.Message;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.wire.Envelope;
import dev.faultline.harness.wire.WireFormat;
import dev.faultline.targets.runner.ControlMessage.Hello;
import dev.faultline.targets.runner.ControlMessage.Welcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** A node's connections: its own to each peer, and those that peers, clients and the harness made to it. */
final class Network {
    private final NodeId self;
    private final WireFormat wire;
    private final NodeLog log;
    private final ServerSocket listening = new ServerSocket();
    private final Map<NodeId, PeerLink> peers = new TreeMap<>();
    private final Map<NodeId, Conversation> conversations = new ConcurrentHashMap<>();

    @SuppressWarnings("AddressSelection") // what to bind is one address
    Network(Launch launch, WireFormat wire, NodeLog log) throws IOException {
        this.self = launch.node();
        this.wire = wire;
        this.log = log;
        launch.peers()
                .forEach((peer, address) -> peers.put(peer, new PeerLink(peer.name(), address, hello(peer), log)));
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getByName(launch.bind()), launch.port()));
    }

    private String hello(NodeId peer) {
        return wire.line(new Envelope(self, peer, new Hello())) + "\n";
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Connects to every peer, and hears everybody who connects. */
    void start(BiConsumer<NodeId, Message> heard) {
        peers.values().forEach(PeerLink::start);
        Thread thread = new Thread(() -> accept(heard), "faultline-accept");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(BiConsumer<NodeId, Message> heard) {
        try {
            while (true) {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                new Conversation(socket, wire, log)
                        .start((conversation, envelope) -> hear(conversation, envelope, heard));
            }
        } catch (IOException closed) {
            log.warn("accept-ended", closed.getMessage());
        }
    }

    private void hear(Conversation conversation, Envelope envelope, BiConsumer<NodeId, Message> heard) {
        if (envelope.body() instanceof Hello) {
            conversation.answerAtOnce(new Envelope(self, envelope.src(), new Welcome()));
            return;
        }
        if (!peers.containsKey(envelope.src())) {
            conversations.put(envelope.src(), conversation);
        }
        heard.accept(envelope.src(), envelope.body());
    }

    /** Sends to a peer over the link to it, and to anybody else where they spoke last. From the event loop. */
    void send(NodeId to, Message message) {
        Envelope envelope = new Envelope(self, to, message);
        PeerLink peer = peers.get(to);
        if (peer != null) {
            peer.send(wire.line(envelope) + "\n");
            return;
        }
        Conversation conversation = conversations.get(to);
        if (conversation != null) {
            conversation.answer(envelope);
        }
    }

    /** Waits a moment until what the harness was told is written. */
    void drain() throws InterruptedException {
        Conversation harness = conversations.get(ControlMessage.HARNESS);
        if (harness != null) {
            harness.drain();
        }
    }
}
