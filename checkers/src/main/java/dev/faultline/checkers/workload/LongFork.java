package dev.faultline.checkers.workload;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** See {@link Workloads#longFork()}. */
record LongFork(String name) implements Checker {

    /** That a read saw the write of one key and not that of another. */
    private record Order(Object seen, Object unseen) {
        Order opposite() {
            return new Order(unseen, seen);
        }
    }

    @Override
    public CheckResult check(History history, Budget budget) {
        List<ForkTransaction> transactions = ForkTransaction.of(history);
        ForkWrites writes = new ForkWrites();
        transactions.stream().filter(ForkTransaction::isWrite).forEach(writes::add);
        List<ForkTransaction> reads = transactions.stream()
                .filter(transaction ->
                        !transaction.isWrite() && transaction.span().isOk())
                .toList();
        Anomalies anomalies = new Anomalies("long-fork", "unwritten");
        Map<Order, Event> orders = new HashMap<>();
        reads.forEach(read -> judge(read, orders, writes, anomalies));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reads", reads.size());
        details.put(
                "writes", transactions.stream().filter(ForkTransaction::isWrite).count());
        return anomalies.decide(
                details,
                reads.isEmpty() ? "No read ended :ok, so nobody knows in which order writes were seen." : null);
    }

    private static void judge(ForkTransaction read, Map<Order, Event> orders, ForkWrites writes, Anomalies anomalies) {
        Event event = read.span().event();
        List<Object> seen = new ArrayList<>();
        List<Object> unseen = new ArrayList<>();
        read.values().forEach((key, value) -> {
            if (value == null) {
                unseen.add(key);
            } else if (writes.explains(key, value, read.span())) {
                seen.add(key);
            } else {
                anomalies.add(
                        "unwritten",
                        () -> "The read of " + Span.who(event) + " answered " + value + " for " + key
                                + ", which nobody had written to it" + writes.failure(key, value) + ".",
                        event);
            }
        });
        for (Object one : seen) {
            for (Object other : unseen) {
                compare(new Order(one, other), event, orders, writes, anomalies);
            }
        }
    }

    /** Each two keys are told once, when the second of the two orders is seen first. */
    private static void compare(
            Order order, Event read, Map<Order, Event> orders, ForkWrites writes, Anomalies anomalies) {
        Event opposite = orders.get(order.opposite());
        if (orders.putIfAbsent(order, read) == null && opposite != null) {
            anomalies.add(
                    "long-fork",
                    () -> "A long fork: the read of " + Span.who(opposite) + " saw the write of " + order.unseen
                            + " and not that of " + order.seen + ", and the read of " + Span.who(read) + " saw that of "
                            + order.seen + " and not that of " + order.unseen
                            + ". No single order of the two writes explains both; parallel snapshot isolation allows"
                            + " this, snapshot isolation does not.",
                    writes.event(order.unseen),
                    opposite,
                    writes.event(order.seen),
                    read);
        }
    }

    /** The writes of a history: one of each key, besides failed ones. */
    private static final class ForkWrites {
        private final Map<Object, ForkTransaction> writes = new HashMap<>();
        private final Map<Object, HashSet<Object>> failed = new HashMap<>();

        void add(ForkTransaction write) {
            Object key = write.key();
            if (!write.span().mayTakeEffect()) {
                failed.computeIfAbsent(key, first -> new HashSet<>())
                        .add(write.values().get(key));
            } else if (writes.put(key, write) != null) {
                throw Shapes.malformed(
                        write.span().invocation(), "the write of a key that no other transaction writes");
            }
        }

        boolean explains(Object key, Object value, Span read) {
            ForkTransaction write = writes.get(key);
            return write != null
                    && value.equals(write.values().get(key))
                    && write.span().begin() < read.end();
        }

        String failure(Object key, Object value) {
            return failed.containsKey(key) && failed.get(key).contains(value) ? ": the write failed" : "";
        }

        Event event(Object key) {
            return writes.get(key).span().event();
        }
    }
}
