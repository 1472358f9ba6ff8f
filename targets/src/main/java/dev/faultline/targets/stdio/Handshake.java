package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** What a program is told when it has booted: its name, and what the workload wants it to know. It is ready when it has answered. */
final class Handshake {
    /** Who tells it. */
    static final String HARNESS = "c0";

    private static final long INIT = 1;
    private static final long OPENING = 2;

    private final List<String> nodes;
    private final Optional<ObjectNode> opening;
    private final Consumer<Packet> send;
    private final Mistakes mistakes;
    private final Set<String> ready = new HashSet<>();

    /** @param send hands a message to a program, whether it is ready or not */
    Handshake(List<String> nodes, Optional<ObjectNode> opening, Consumer<Packet> send, Mistakes mistakes) {
        this.nodes = nodes;
        this.opening = opening;
        this.send = send;
        this.mistakes = mistakes;
    }

    void begin(String node) {
        ObjectNode init = Packet.body("init").put("node_id", node);
        ArrayNode ids = init.putArray("node_ids");
        nodes.forEach(ids::add);
        send.accept(Packet.request(HARNESS, node, init, INIT));
    }

    /** A node has died. */
    void forget(String node) {
        ready.remove(node);
    }

    boolean isReady(String node) {
        return ready.contains(node);
    }

    /** A node answers; tells whether that makes it ready. */
    boolean answered(Packet packet) {
        String node = packet.src();
        if (isAnswer(packet, INIT, "init_ok") && opening.isPresent()) {
            send.accept(Packet.request(HARNESS, node, opening.get(), OPENING));
            return false;
        }
        if (isAnswer(packet, INIT, "init_ok") || isAnswer(packet, OPENING, openingOk())) {
            return ready.add(node);
        }
        mistakes.add(node + " answered the harness with " + packet.body()
                + (isReady(node) ? ", although it had not asked." : " instead of init_ok" + wantsOpening() + "."));
        return false;
    }

    private static boolean isAnswer(Packet packet, long number, String type) {
        return packet.type().equals(type) && packet.inReplyTo().equals(OptionalLong.of(number));
    }

    private String openingOk() {
        return opening.map(body -> body.get("type").asText() + "_ok").orElse("");
    }

    private String wantsOpening() {
        return opening.map(body -> " with in_reply_to 1, or " + openingOk() + " with in_reply_to 2")
                .orElse(" with in_reply_to 1");
    }
}
