package dev.faultline.checkers.model;

import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells from the names of operations what a history is of. */
final class GuessedModel {
    private static final int LOOKED_AT = 10_000;

    /** For each model the operations that it knows; the first that knows all of a history's is meant. */
    private static final List<Map.Entry<String, Set<String>>> KNOWN = List.of(
            Map.entry("register", Set.of("read", "write")),
            Map.entry("cas-register", Set.of("read", "write", "cas")),
            Map.entry("kv-string", Set.of("get", "put", "append")),
            Map.entry("fifo-queue", Set.of("enqueue", "dequeue")),
            Map.entry("stack", Set.of("push", "pop")),
            Map.entry("priority-queue", Set.of("insert", "extract-min")),
            Map.entry("mutex", Set.of("acquire", "release")),
            Map.entry("bag", Set.of("put", "take")),
            Map.entry("set", Set.of("add", "remove", "contains")));

    private GuessedModel() {}

    static Optional<NondeterministicModel<?>> of(History history) {
        Set<String> names = new HashSet<>();
        boolean keyed = true;
        for (Operation operation : history.operations()
                .subList(0, Math.min(LOOKED_AT, history.operations().size()))) {
            names.add(operation.f());
            keyed &= operation.input() instanceof List<?> pair && pair.size() == 2 && isKeyed(operation.f(), pair);
        }
        boolean registers = keyed && Set.of("read", "write", "cas").containsAll(names);
        return names.isEmpty()
                ? Optional.empty()
                : registers ? Optional.of(Models.keyValue()) : named(names).map(Models::byName);
    }

    /** A compare-and-set of one register has a pair, too: of keyed ones its second is a pair. */
    private static boolean isKeyed(String f, List<?> pair) {
        return !f.equals("cas") || pair.get(1) instanceof List<?>;
    }

    private static Optional<String> named(Set<String> names) {
        return KNOWN.stream()
                .filter(entry -> entry.getValue().containsAll(names))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
