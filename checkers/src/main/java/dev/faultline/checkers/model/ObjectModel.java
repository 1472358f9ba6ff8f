package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A plain Java object as a specification: its public methods are the operations, by their names.
 *
 * <p>An operation's value is the method's argument; a list spreads over several parameters. What the method answers is compared
 * with what the operation answered, unless the method is void; whole numbers are equal whatever their type, and so are lists,
 * arrays and other collections with equal elements, and an empty {@link Optional} and nil. A method that throws cannot be next.
 *
 * @param <T> a class whose {@code equals} and {@code hashCode} compare everything that its methods can tell
 */
public final class ObjectModel<T> implements Model<T> {
    private final String name;
    private final Supplier<T> fresh;
    private final UnaryOperator<T> copy;
    private final Set<String> reading = new HashSet<>();

    private ObjectModel(String name, Supplier<T> fresh, UnaryOperator<T> copy) {
        this.name = name;
        this.fresh = fresh;
        this.copy = copy;
    }

    /**
     * A model made of objects.
     *
     * @param name of the model
     * @param fresh makes the object as it is before the first operation
     * @param copy makes an equal object that shares nothing that can change
     */
    public static <T> ObjectModel<T> of(String name, Supplier<T> fresh, UnaryOperator<T> copy) {
        return new ObjectModel<>(name, fresh, copy);
    }

    /** Says that these methods change nothing, which makes a check much faster. */
    public ObjectModel<T> reading(String... methods) {
        reading.addAll(List.of(methods));
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public T initial() {
        return fresh.get();
    }

    @Override
    public Optional<T> step(T state, Operation operation) {
        T next = copy.apply(state);
        Optional<Answer> answer = Invocation.of(this, next, operation).answer();
        boolean accepted =
                answer.isPresent() && (operation.isPending() || answer.get().isEqualTo(operation.output()));
        return accepted ? Optional.of(next) : Optional.empty();
    }

    @Override
    public boolean isReadOnly(Operation operation) {
        return reading.contains(operation.f());
    }
}
