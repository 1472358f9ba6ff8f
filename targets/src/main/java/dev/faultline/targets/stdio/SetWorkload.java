package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Checker;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * {@code broadcast} and {@code g-set}: what was acknowledged is, when all faults are over and the nodes have had some time, read from
 * every node. Both are {@code add} and {@code read} in the history.
 */
final class SetWorkload implements Workload {
    private static final double READS = 0.2;

    private final String adding;
    private final String elementField;
    private final String elementsField;
    private long last;

    /** The names in the protocol: of the request that adds, of its element, and of the elements in the answer to a read. */
    SetWorkload(String adding, String elementField, String elementsField) {
        this.adding = adding;
        this.elementField = elementField;
        this.elementsField = elementsField;
    }

    /** Every node may talk to every other. */
    @Override
    public Optional<ObjectNode> opening(List<String> nodes) {
        if (!adding.equals("broadcast")) {
            return Optional.empty();
        }
        ObjectNode body = Packet.body("topology");
        ObjectNode neighbours = body.putObject("topology");
        for (String node : nodes) {
            neighbours.set(
                    node,
                    Values.json(
                            nodes.stream().filter(other -> !other.equals(node)).toList()));
        }
        return Optional.of(body);
    }

    @Override
    public Request next(int client, RandomGenerator random) {
        if (random.nextDouble() < READS) {
            return Request.read("read", null, Packet.body("read"));
        }
        long element = last++;
        return Request.write("add", element, Packet.body(adding).put(elementField, element));
    }

    @Override
    public Object result(int client, Request asked, ObjectNode answer) {
        return asked.readOnly() ? Values.of(answer.get(elementsField)) : asked.value();
    }

    @Override
    public Optional<Request> last(int client) {
        return Optional.of(Request.read("read-final", null, Packet.body("read")));
    }

    @Override
    public Checker checker() {
        return dev.faultline.checkers.workload.Workloads.durability();
    }
}
