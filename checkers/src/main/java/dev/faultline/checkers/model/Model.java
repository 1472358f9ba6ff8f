package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Operation;
import java.util.List;
import java.util.Optional;

/**
 * A sequential specification: what an object answers when operations run one at a time.
 *
 * @param <S> the object's state
 */
public interface Model<S> extends NondeterministicModel<S> {

    /**
     * The state after an operation that takes effect now, or nothing when it cannot answer what it did in this state.
     * The answer of a {@linkplain Operation#isPending() pending} operation is unknown, so it constrains nothing. Only
     * asked for {@linkplain #isRelevant relevant} operations, so a read is never pending.
     *
     * @throws dev.faultline.checkers.history.MalformedHistoryException when the model has no such operation
     */
    Optional<S> step(S state, Operation operation);

    @Override
    default List<S> steps(S state, Operation operation) {
        return step(state, operation).map(List::of).orElse(List.of());
    }
}
