package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.linearizability.Oracle.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Naive objects, and the random operations that are tried on them. The state is a map or a list, never null. */
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
enum Toy {
    REGISTER("register", "read", "write"),
    CAS_REGISTER("cas-register", "read", "write", "cas"),
    KV("kv", "read", "write", "cas"),
    KV_STRING("kv-string", "get", "put", "append"),
    MUTEX("mutex", "acquire", "release"),
    FIFO_QUEUE("fifo-queue", "enqueue", "dequeue"),
    STACK("stack", "push", "pop"),
    PRIORITY_QUEUE("priority-queue", "insert", "extract-min"),
    SET("set", "add", "remove", "contains"),
    SET_THAT_IS_READ("set", "add", "remove", "contains", "read"),
    COUNTER("counter", "add", "read"),
    BAG("bag", "put", "take");

    final String model;
    final List<String> fs;

    Toy(String model, String... fs) {
        this.model = model;
        this.fs = List.of(fs);
    }

    Object initial() {
        return switch (this) {
            case FIFO_QUEUE, STACK, PRIORITY_QUEUE, SET, SET_THAT_IS_READ, BAG -> new ArrayList<>();
            case COUNTER -> 0L;
            default -> Map.of();
        };
    }

    /** The next states, of which there are several when nobody knows what a bag gave away. */
    List<Object> outcomes(Object state, Op op) {
        if (this == BAG && op.f().equals("take") && op.pending() && !((List<?>) state).isEmpty()) {
            List<?> bag = (List<?>) state;
            return bag.stream().<Object>map(item -> without(bag, item)).toList();
        }
        Object next = apply(state, op);
        return next == null ? List.of() : List.of(next);
    }

    private static Object bag(List<?> bag, Op op) {
        if (op.f().equals("put")) {
            List<Object> more = new ArrayList<>(bag);
            more.add(op.input());
            return more;
        }
        if (bag.isEmpty()) {
            return op.pending() || op.output() == null ? bag : null;
        }
        return bag.contains(op.output()) ? without(bag, op.output()) : null;
    }

    private static List<Object> without(List<?> bag, Object item) {
        List<Object> less = new ArrayList<>(bag);
        less.remove(item);
        return less;
    }

    /** The next state, or {@code null} when the operation cannot have had its answer in this state. */
    Object apply(Object state, Op op) {
        return switch (this) {
            case REGISTER, CAS_REGISTER -> cell(map(state), "the cell", op.input(), op.output(), op);
            case KV, KV_STRING -> {
                Object key = ((List<?>) op.input()).get(0);
                Object answer = op.output() instanceof List<?> tuple ? tuple.get(1) : null;
                yield cell(map(state), (String) key, ((List<?>) op.input()).get(1), answer, op);
            }
            case MUTEX -> {
                boolean held = map(state).containsKey((String) op.input());
                yield held == op.f().equals("acquire")
                        ? null
                        : put(map(state), (String) op.input(), op.f().equals("acquire") ? "held" : null);
            }
            case FIFO_QUEUE, STACK, PRIORITY_QUEUE -> queue((List<?>) state, op);
            case SET, SET_THAT_IS_READ -> set((List<?>) state, op);
            case BAG -> bag((List<?>) state, op);
            case COUNTER ->
                op.f().equals("add")
                        ? (Long) state + (Long) op.input()
                        : op.pending() || state.equals(op.output()) ? state : null;
        };
    }

    private Object cell(Map<String, Object> cells, String key, Object input, Object answer, Op op) {
        Object initially = this == KV_STRING ? "" : null;
        Object now = cells.getOrDefault(key, initially);
        return switch (op.f()) {
            case "read", "get" -> op.pending() || Objects.equals(answer, now) ? cells : null;
            case "append" -> put(cells, key, now.toString() + input);
            case "cas" -> {
                boolean same = Objects.equals(now, ((List<?>) input).get(0));
                if (op.outcome() == EventType.FAIL) {
                    yield same ? null : cells;
                }
                yield same ? put(cells, key, ((List<?>) input).get(1)) : null;
            }
            default -> put(cells, key, input);
        };
    }

    /** The next to come out is the first of the list. */
    private Object queue(List<?> queue, Op op) {
        if (op.f().equals(fs.get(0))) {
            List<Object> longer = new ArrayList<>(queue);
            longer.add(this == STACK ? 0 : longer.size(), op.input());
            if (this == PRIORITY_QUEUE) {
                longer.sort(Comparator.comparing(Long.class::cast));
            }
            return longer;
        }
        if (queue.isEmpty()) {
            return op.pending() || op.output() == null ? queue : null;
        }
        return op.pending() || queue.get(0).equals(op.output()) ? queue.subList(1, queue.size()) : null;
    }

    private static Object set(List<?> set, Op op) {
        boolean there = set.contains(op.input());
        if (op.f().equals("read")) {
            return op.pending() || new HashSet<>(set).equals(new HashSet<>((List<?>) op.output())) ? set : null;
        }
        if (!op.f().equals("add")
                && !op.pending()
                && !((List<?>) op.output()).get(1).equals(there)) {
            return null;
        }
        List<Object> next = new ArrayList<>(set);
        next.removeIf(element -> op.f().equals("remove") && element.equals(op.input()));
        if (op.f().equals("add") && !there) {
            next.add(op.input());
        }
        return next;
    }

    private static Object put(Map<String, Object> map, String key, Object value) {
        Map<String, Object> next = new TreeMap<>(map);
        next.put(key, value);
        next.values().removeIf(Objects::isNull);
        return next;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object state) {
        return (Map<String, Object>) state;
    }
}
