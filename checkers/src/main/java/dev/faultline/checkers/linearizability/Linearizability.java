package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.model.NondeterministicModel;
import dev.faultline.checkers.monitor.Monitor;
import dev.faultline.checkers.monitor.Monitors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether a history is linearizable (Herlihy and Wing, TOPLAS 1990). Only the order of the events counts; their
 * times and the faults do not.
 *
 * <p>A pending operation may take effect at any time after its invocation, or never. Where the data type has a
 * {@linkplain Monitor monitor} and the history is unambiguous, O(n log n); else a search, whose cost is linear in the length of
 * the history and exponential in the number of concurrent operations at worst; {@link Search} has the papers.
 *
 * @param <S> the state of the model
 */
public final class Linearizability<S> implements Checker {
    private final NondeterministicModel<S> model;
    private final Optional<Monitor> monitor;

    private Linearizability(NondeterministicModel<S> model, Optional<Monitor> monitor) {
        this.model = model;
        this.monitor = monitor;
    }

    /**
     * The checker {@code linearizable} for an object that should behave like this model.
     *
     * <p>When the history is invalid, {@code details} holds how many events are linearizable ({@code prefix}), the longest
     * order found, as indices of invocations ({@code partialLinearization}), the operation that could not be placed
     * ({@code blocked}) and what was tried ({@code attempts}). {@code evidence} is a history of its own that is not
     * linearizable. Where a monitor found the violation, {@code pattern} names it, and the order and what was tried are those
     * of the evidence alone. When the history is valid, {@code linearization} is an order of the invocations that the model
     * accepts.
     */
    public static Checker of(NondeterministicModel<?> model) {
        return new Linearizability<>(model, Monitors.of(model));
    }

    /** The checker that searches even where a monitor could tell. */
    static Checker bySearch(NondeterministicModel<?> model) {
        return new Linearizability<>(model, Optional.empty());
    }

    @Override
    public String name() {
        return "linearizable";
    }

    /**
     * {@inheritDoc} The limit of configurations applies to each partition, the time to all together.
     *
     * @throws dev.faultline.checkers.history.MalformedHistoryException when the history does not fit the model
     */
    @Override
    public CheckResult check(History history, Budget budget) {
        return monitor.flatMap(found -> found.check(history))
                .map(told -> told.isInvalid() ? withAttempts(told, budget) : told)
                .orElseGet(() -> search(history, budget));
    }

    private CheckResult search(History history, Budget budget) {
        Partitioned<S> partitioned = Partitioned.search(model, history, budget);
        return new Findings<>(model, partitioned, budget).result();
    }

    /** A monitor says that the evidence fits no order; the search says of each order why. */
    private CheckResult withAttempts(CheckResult told, Budget budget) {
        Map<String, Object> searched =
                search(History.of(told.evidence()), budget).details();
        Map<String, Object> details = new LinkedHashMap<>(told.details());
        for (String name : List.of("partialLinearization", "attempts")) {
            if (searched.containsKey(name)) {
                details.put(name, searched.get(name));
            }
        }
        return new CheckResult(told.verdict(), told.explanation(), told.evidence(), details);
    }

    @Override
    public Verdict decide(History history, Budget budget) {
        return monitor.flatMap(found -> found.decide(history))
                .orElseGet(() -> Partitioned.search(model, history, budget).verdict());
    }
}
