package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.workload.Workloads;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * {@code g-counter} and {@code pn-counter}: when all faults are over and the nodes have had some time, every node answers a sum that
 * the acknowledged additions, and those of unknown outcome, can have made. Earlier reads may lag behind.
 */
final class CounterWorkload implements Workload {
    private static final int LARGEST = 5;
    private static final double READS = 0.2;
    private static final String VALUE = "value";

    private final boolean alsoDown;
    private long least;
    private long most;

    /** @param alsoDown whether numbers below zero are added, too */
    CounterWorkload(boolean alsoDown) {
        this.alsoDown = alsoDown;
    }

    @Override
    public Request next(int client, RandomGenerator random) {
        if (random.nextDouble() < READS) {
            return read("read");
        }
        long delta = random.nextLong(alsoDown ? -LARGEST : 0, LARGEST + 1);
        return Request.write("add", delta, Packet.body("add").put("delta", delta));
    }

    private static Request read(String f) {
        return Request.read(f, null, Packet.body("read"));
    }

    @Override
    public Object result(int client, Request asked, ObjectNode answer) {
        if (asked.readOnly()) {
            return MalformedAnswer.whole(answer, VALUE);
        }
        least += (Long) asked.value();
        most += (Long) asked.value();
        return asked.value();
    }

    @Override
    public void unknown(Request asked) {
        least += Math.min(0, (Long) asked.value());
        most += Math.max(0, (Long) asked.value());
    }

    @Override
    public Optional<Request> settling(int client) {
        return Optional.of(read("read"));
    }

    @Override
    public boolean isEnough(ObjectNode answer) {
        long value = answer.get(VALUE).asLong();
        return least <= value && value <= most;
    }

    @Override
    public Optional<Request> last(int client) {
        return Optional.of(read(Request.LAST_READ));
    }

    @Override
    public List<Checker> checkers() {
        return List.of(new LastReads(Workloads.counter()));
    }
}
