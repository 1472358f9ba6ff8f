package dev.faultline.targets.stdio;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.workload.Workloads;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * {@code g-counter} and {@code pn-counter}: when all faults are over and the nodes have had some time, every node answers a sum that
 * the acknowledged additions, and those of unknown outcome, can have made. Earlier reads may lag behind.
 */
final class CounterWorkload implements Workload {
    private static final int LARGEST = 5;
    private static final double READS = 0.2;
    private static final String LAST = "read-final";

    private final boolean alsoDown;

    /** @param alsoDown whether numbers below zero are added, too */
    CounterWorkload(boolean alsoDown) {
        this.alsoDown = alsoDown;
    }

    @Override
    public Request next(int client, RandomGenerator random) {
        if (random.nextDouble() < READS) {
            return Request.read("read", null, Packet.body("read"));
        }
        long delta = random.nextLong(alsoDown ? -LARGEST : 0, LARGEST + 1);
        return Request.write("add", delta, Packet.body("add").put("delta", delta));
    }

    @Override
    public Object result(int client, Request asked, ObjectNode answer) {
        return asked.readOnly() ? Values.of(answer.get("value")) : asked.value();
    }

    @Override
    public Optional<Request> last(int client) {
        return Optional.of(Request.read(LAST, null, Packet.body("read")));
    }

    @Override
    public Checker checker() {
        return new Eventually(Workloads.counter());
    }

    /** Judges the last reads only. */
    private record Eventually(Checker counter) implements Checker {
        @Override
        public String name() {
            return counter.name();
        }

        @Override
        public CheckResult check(History history, Budget budget) {
            History.Builder kept = History.builder();
            history.events().stream()
                    .filter(event -> !event.f().equals("read"))
                    .map(Eventually::asRead)
                    .forEach(kept::add);
            return counter.check(kept.build(), budget);
        }

        private static Event asRead(Event event) {
            return event.f().equals(LAST)
                    ? new Event(
                            event.index(),
                            event.time(),
                            event.type(),
                            event.process(),
                            "read",
                            event.value(),
                            event.error(),
                            event.node())
                    : event;
        }
    }
}
