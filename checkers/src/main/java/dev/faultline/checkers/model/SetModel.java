package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One set, initially empty: add, remove and contains of an element, read of the whole set. Remove and contains answer
 * {@code [element true|false]}: whether the element was there. The answer of add is not looked at.
 *
 * <p>When nobody reads the whole set, its elements are independent objects.
 */
record SetModel(String name) implements Model<Set<Object>> {

    @Override
    public Set<Object> initial() {
        return new HashSet<>();
    }

    @Override
    public Optional<Set<Object>> step(Set<Object> set, Operation operation) {
        return switch (operation.f()) {
            case "add" -> Optional.of(with(set, operation.input()));
            case "remove" -> found(set, operation) ? Optional.of(without(set, operation.input())) : Optional.empty();
            case "contains" -> found(set, operation) ? Optional.of(set) : Optional.empty();
            case "read" -> read(set, operation) ? Optional.of(set) : Optional.empty();
            default -> throw ModelMismatch.unknownOperation(this, operation, "add, remove, contains, read");
        };
    }

    @Override
    public boolean isReadOnly(Operation operation) {
        return operation.f().equals("contains") || operation.f().equals("read");
    }

    @Override
    public List<History> partition(History history) {
        boolean wholeIsRead = history.operations().stream().map(Operation::f).anyMatch("read"::equals);
        return wholeIsRead ? List.of(history) : Partitions.byKey(history, Event::value);
    }

    @Override
    public Optional<DataType> dataType() {
        return Optional.of(DataType.SET);
    }

    @Override
    public String describe(Set<Object> set) {
        return set.isEmpty()
                ? "the set is empty"
                : "the set holds "
                        + set.stream().map(ModelMismatch::say).sorted().toList();
    }

    private static boolean found(Set<Object> set, Operation operation) {
        if (operation.isPending()) {
            return true;
        }
        String shape = "[element true] or [element false]";
        Object answer = ModelMismatch.pair(operation.completion(), operation.output(), shape)
                .get(1);
        if (answer instanceof Boolean wasThere) {
            return wasThere == set.contains(operation.input());
        }
        throw ModelMismatch.unexpectedValue(operation.completion(), operation.output(), shape);
    }

    private static boolean read(Set<Object> set, Operation operation) {
        if (operation.output() instanceof List<?> elements) {
            return elements.size() == set.size() && set.equals(new HashSet<>(elements));
        }
        throw ModelMismatch.unexpectedValue(operation.completion(), operation.output(), "a list of elements");
    }

    private static Set<Object> with(Set<Object> set, Object element) {
        Set<Object> larger = new HashSet<>(set);
        return larger.add(element) ? larger : set;
    }

    private static Set<Object> without(Set<Object> set, Object element) {
        Set<Object> smaller = new HashSet<>(set);
        return smaller.remove(element) ? smaller : set;
    }
}
