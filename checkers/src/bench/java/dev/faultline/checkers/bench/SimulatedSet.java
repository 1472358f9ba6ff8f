package dev.faultline.checkers.bench;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A set: a third of the operations add, a third remove, a third ask for an element. */
final class SimulatedSet implements Simulated {
    private final int elements;
    private final Set<Object> set = new HashSet<>();

    /** A set of at most these many elements. */
    SimulatedSet(int elements) {
        this.elements = elements;
    }

    @Override
    public Request ask(Random random) {
        String f = List.of("add", "remove", "contains").get(random.nextInt(3));
        return new Request(f, (long) random.nextInt(elements));
    }

    @Override
    public Reply answer(Request request) {
        Object element = request.value();
        return switch (request.f()) {
            case "add" -> {
                set.add(element);
                yield Reply.ok(element);
            }
            case "remove" -> Reply.ok(List.of(element, set.remove(element)));
            default -> Reply.ok(List.of(element, set.contains(element)));
        };
    }

    /** Others may have added or removed the element meanwhile. */
    @Override
    public Optional<Reply> lie(Request request) {
        return Optional.empty();
    }
}
