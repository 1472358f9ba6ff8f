package dev.faultline.targets.stdio;

import dev.faultline.checkers.transaction.Level;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Maelstrom's workloads, by their names. */
final class Workloads {
    private static final Map<String, Supplier<Workload>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("echo", EchoWorkload::new);
        ALL.put("unique-ids", UniqueIdsWorkload::new);
        ALL.put("broadcast", () -> new SetWorkload("broadcast", "message", "messages"));
        ALL.put("g-set", () -> new SetWorkload("add", "element", "value"));
        ALL.put("g-counter", () -> new CounterWorkload(false));
        ALL.put("pn-counter", () -> new CounterWorkload(true));
        ALL.put("lin-kv", LinKvWorkload::new);
        ALL.put("txn-list-append", () -> new TransactionWorkload("append", Level.STRICT_SERIALIZABLE));
        ALL.put("txn-rw-register", () -> new TransactionWorkload("w", Level.STRICT_SERIALIZABLE));
        ALL.put("kafka", KafkaWorkload::new);
    }

    private Workloads() {}

    /** The names of the workloads, for the command's help. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ALL.keySet().iterator();
        }
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    /** A new workload of this name, which is one of {@link #names}. */
    static Workload named(String name) {
        return ALL.get(name).get();
    }
}
