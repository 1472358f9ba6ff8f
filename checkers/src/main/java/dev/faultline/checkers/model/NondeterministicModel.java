package dev.faultline.checkers.model;

import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.List;
import java.util.Optional;

/**
 * A sequential specification that leaves something open: what an object may answer when operations run one at a time, and what
 * it may hold then. A {@link Model} leaves nothing open.
 *
 * <p>{@link #initial()} and {@link #steps} speak of one part of {@link #partition}. States are compared with
 * {@code equals}, must be immutable, and equal states must have equal hash codes.
 *
 * @param <S> the object's state
 */
public interface NondeterministicModel<S> {

    /** The name by which {@link Models#byName} knows it, such as {@code cas-register}. */
    String name();

    /** The state before the first operation. */
    S initial();

    /**
     * The states in which the object may be after an operation that takes effect now, in a fixed order; none when it cannot
     * answer what it did in this state. The answer of a {@linkplain Operation#isPending() pending} operation is unknown, so it
     * constrains nothing. Only asked for {@linkplain #isRelevant relevant} operations, so a read is never pending.
     *
     * @throws dev.faultline.checkers.history.MalformedHistoryException when the model has no such operation
     */
    List<S> steps(S state, Operation operation);

    /** Whether the operation leaves every state as it is, as a read does. */
    default boolean isReadOnly(Operation operation) {
        return false;
    }

    /**
     * Whether the operation says anything about the object. A failed one had no effect, and a pending one that only
     * reads was seen by nobody.
     */
    default boolean isRelevant(Operation operation) {
        return operation.isOk() || (operation.isPending() && !isReadOnly(operation));
    }

    /**
     * Parts that are linearizable exactly when the whole is (P-compositionality: Horn and Kroening, "Faster
     * linearizability checking via P-compositionality", FORTE 2015). A part keeps the order of its events.
     */
    default List<History> partition(History history) {
        return List.of(history);
    }

    /** The well-known data type that this is a model of, when its operations have the same names and values. */
    default Optional<DataType> dataType() {
        return Optional.empty();
    }

    /** A state, in the words of an explanation. */
    default String describe(S state) {
        return String.valueOf(state);
    }
}
