package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A bag, initially empty: put of a value, take answers any of the values inside, or nil when there is none. A take that never
 * returned may have removed any of them, so that several states may follow.
 */
record BagModel(String name) implements NondeterministicModel<Map<String, BagModel.Stock>> {

    /** How many equal values are inside. */
    record Stock(Object value, int number) {}

    @Override
    public Map<String, Stock> initial() {
        return Map.of();
    }

    @Override
    public List<Map<String, Stock>> steps(Map<String, Stock> bag, Operation operation) {
        return switch (operation.f()) {
            case "put" -> List.of(changed(bag, operation.input(), 1));
            case "take" -> operation.isPending() ? anyTaken(bag) : taken(bag, operation.output());
            default -> throw ModelMismatch.unknownOperation(this, operation, "put, take");
        };
    }

    @Override
    public boolean isReadOnly(Operation operation) {
        return operation.f().equals("take") && operation.isOk() && operation.output() == null;
    }

    @Override
    public String describe(Map<String, Stock> bag) {
        return bag.isEmpty()
                ? "the bag is empty"
                : "the bag holds "
                        + bag.values().stream()
                                .map(stock -> stock.number + " of " + ModelMismatch.say(stock.value))
                                .toList();
    }

    private static List<Map<String, Stock>> taken(Map<String, Stock> bag, Object value) {
        if (value == null) {
            return bag.isEmpty() ? List.of(bag) : List.of();
        }
        return bag.containsKey(key(value)) ? List.of(changed(bag, value, -1)) : List.of();
    }

    private static List<Map<String, Stock>> anyTaken(Map<String, Stock> bag) {
        if (bag.isEmpty()) {
            return List.of(bag);
        }
        List<Map<String, Stock>> next = new ArrayList<>();
        bag.values().forEach(stock -> next.add(changed(bag, stock.value, -1)));
        return next;
    }

    private static Map<String, Stock> changed(Map<String, Stock> bag, Object value, int by) {
        Map<String, Stock> next = new TreeMap<>(bag);
        int number = by + (bag.containsKey(key(value)) ? bag.get(key(value)).number : 0);
        if (number == 0) {
            next.remove(key(value));
        } else {
            next.put(key(value), new Stock(value, number));
        }
        return next;
    }

    /** Values of different types are different, and in a fixed order. */
    private static String key(Object value) {
        return (value == null ? "nil" : value.getClass().getSimpleName()) + " " + value;
    }
}
