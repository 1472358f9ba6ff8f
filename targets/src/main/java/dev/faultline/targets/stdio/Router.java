package dev.faultline.targets.stdio;

import dev.faultline.targets.live.Loop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Brings what nodes send to whom it is for: other nodes and services through the network, clients at once. */
final class Router {
    private final Loop loop;
    private final Network network;
    private final Map<String, Service> services;
    private final Mistakes mistakes;
    private final MessageLog log;
    private final Map<String, Consumer<Packet>> clients = new HashMap<>();
    private final Inboxes nodes;

    /** The nodes, as the router knows them. */
    interface Inboxes {
        Set<String> names();

        /** How often a node has booted. */
        int boots(String node);

        /** Hands a message to a node; answers whether it is up. */
        boolean deliver(Packet packet);
    }

    Router(
            Loop loop,
            Network network,
            Map<String, Service> services,
            Mistakes mistakes,
            MessageLog log,
            Inboxes nodes) {
        this.loop = loop;
        this.network = network;
        this.services = services;
        this.mistakes = mistakes;
        this.log = log;
        this.nodes = nodes;
    }

    void addClient(String id, Consumer<Packet> replies) {
        clients.put(id, replies);
    }

    /** A client, or the harness, asks a node, which no fault of the network keeps it from; answers whether the node is up. */
    boolean ask(Packet packet) {
        boolean up = nodes.deliver(packet);
        if (up) {
            log.delivered(packet, 0);
        }
        return up;
    }

    /** A node has sent this. */
    void route(Packet packet) {
        String to = packet.dest();
        if (clients.containsKey(to)) {
            log.answered(packet);
            clients.get(to).accept(packet);
        } else if (services.containsKey(to)) {
            int boot = nodes.boots(packet.src());
            carry(packet, network.delays(), number -> serve(packet, number, boot));
        } else if (nodes.names().contains(to)) {
            int boot = nodes.boots(to);
            carry(packet, network.delays(packet.src(), to), number -> arrive(packet, number, boot));
        } else {
            Set<String> known = new TreeSet<>(services.keySet());
            mistakes.add(packet.src() + " sent a message to '" + to + "', which nobody is called. There are "
                    + String.join(", ", nodes.names()) + ", the services " + String.join(", ", known)
                    + ", and the clients that have asked.");
        }
    }

    private void carry(Packet packet, List<Long> delays, Consumer<Long> arrival) {
        long number = log.sent(packet);
        if (delays.isEmpty()) {
            log.lost(packet, number);
        }
        delays.forEach(delay -> loop.at(loop.now() + delay, () -> arrival.accept(number)));
    }

    /** What is under way to a node when it dies, or when its link is cut, does not arrive. */
    private void arrive(Packet packet, long number, int boot) {
        boolean arrives = !network.isCut(packet.src(), packet.dest())
                && nodes.boots(packet.dest()) == boot
                && nodes.deliver(packet);
        if (arrives) {
            log.delivered(packet, number);
        } else {
            log.lost(packet, number);
        }
    }

    private void serve(Packet request, long number, int boot) {
        log.delivered(request, number);
        Packet reply = request.reply(services.get(request.dest()).answer(request.src(), request.body()));
        carry(reply, network.delays(), arrived -> arrive(reply, arrived, boot));
    }
}
