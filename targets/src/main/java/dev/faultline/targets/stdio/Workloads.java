package dev.faultline.targets.stdio;

import dev.faultline.checkers.transaction.Level;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Maelstrom's workloads, by their names. */
final class Workloads {
    private static final Map<String, Function<Level, Workload>> ALL = new LinkedHashMap<>();

    static {
        ALL.put("echo", level -> new EchoWorkload());
        ALL.put("unique-ids", level -> new UniqueIdsWorkload());
        ALL.put("broadcast", level -> SetWorkload.broadcast());
        ALL.put("g-set", level -> SetWorkload.growOnly());
        ALL.put("g-counter", level -> new CounterWorkload(false));
        ALL.put("pn-counter", level -> new CounterWorkload(true));
        ALL.put("lin-kv", level -> new LinKvWorkload());
        ALL.put("txn-list-append", TransactionWorkload::onLists);
        ALL.put("txn-rw-register", TransactionWorkload::onRegisters);
        ALL.put("kafka", level -> new KafkaWorkload());
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

    /**
     * A new workload.
     *
     * @param name one of {@link #names}
     * @param level what transactions owe
     */
    static Workload named(String name, Level level) {
        return ALL.get(name).apply(level);
    }
}
