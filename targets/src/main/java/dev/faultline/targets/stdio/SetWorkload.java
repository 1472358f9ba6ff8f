package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.workload.Workloads;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * {@code broadcast} and {@code g-set}: what was acknowledged is, when all faults are over and the nodes have had some time, read from
 * every node. Both are {@code add} and {@code read} in the history.
 */
final class SetWorkload implements Workload {
    private static final double READS = 0.2;
    private static final String BROADCAST = "broadcast";

    private final String adding;
    private final String elementField;
    private final String elementsField;
    private final Set<Long> acknowledged = new HashSet<>();
    private long last;

    /** The names in the protocol: of the request that adds, of its element, and of the elements in the answer to a read. */
    private SetWorkload(String adding, String elementField, String elementsField) {
        this.adding = adding;
        this.elementField = elementField;
        this.elementsField = elementsField;
    }

    static SetWorkload broadcast() {
        return new SetWorkload(BROADCAST, "message", "messages");
    }

    static SetWorkload growOnly() {
        return new SetWorkload("add", "element", "value");
    }

    @Override
    public Optional<ObjectNode> opening(List<String> nodes) {
        return adding.equals(BROADCAST) ? Optional.of(Topology.grid(nodes)) : Optional.empty();
    }

    @Override
    public Request next(int client, RandomGenerator random) {
        if (random.nextDouble() < READS) {
            return read("read");
        }
        long element = last++;
        return Request.write("add", element, Packet.body(adding).put(elementField, element));
    }

    private static Request read(String f) {
        return Request.read(f, null, Packet.body("read"));
    }

    @Override
    public Object result(int client, Request asked, ObjectNode answer) {
        if (asked.readOnly()) {
            return Values.of(MalformedAnswer.list(answer, elementsField));
        }
        acknowledged.add((Long) asked.value());
        return asked.value();
    }

    @Override
    public Optional<Request> settling(int client) {
        return Optional.of(read("read"));
    }

    @Override
    public boolean isEnough(ObjectNode answer) {
        Set<Long> read = new HashSet<>();
        for (JsonNode element : answer.get(elementsField)) {
            read.add(element.asLong());
        }
        return read.containsAll(acknowledged);
    }

    @Override
    public Optional<Request> last(int client) {
        return Optional.of(read(Request.LAST_READ));
    }

    @Override
    public List<Checker> checkers() {
        return List.of(new LastReads(Workloads.durability()), new Invented());
    }
}
