package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.model.Model;
import java.util.List;

/**
 * Decides whether a history is linearizable (Herlihy and Wing, TOPLAS 1990). Only the order of the events counts; their
 * times and the faults do not.
 *
 * <p>A pending operation may take effect at any time after its invocation, or never. Exponential in the number of
 * concurrent operations at worst, near linear when few are open at a time; {@link Search} has the papers.
 *
 * @param <S> the state of the model
 */
public final class Linearizability<S> implements Checker {
    private final Model<S> model;

    private Linearizability(Model<S> model) {
        this.model = model;
    }

    /**
     * The checker {@code linearizable} for an object that should behave like this model.
     *
     * <p>When the history is invalid, {@code details} holds the longest order found, as indices of invocations
     * ({@code partialLinearization}), the index of the operation that could not be placed ({@code blocked}) and the
     * states in which it was tried ({@code states}). {@code evidence} is a history of its own that is not linearizable.
     */
    public static Checker of(Model<?> model) {
        return new Linearizability<>(model);
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
        Deadline deadline = new Deadline(budget.time());
        List<History> partitions = model.partition(history);
        CheckResult result = CheckResult.valid();
        for (History partition : partitions) {
            List<Call> calls = Call.of(model, partition);
            Search<S> search = new Search<>(model, calls);
            Verdict verdict = search.run(deadline, budget.configurations());
            Findings<S> findings = new Findings<>(model, calls, search, partitions.size());
            if (verdict == Verdict.INVALID) {
                return findings.violation(deadline);
            }
            if (verdict == Verdict.UNKNOWN) {
                result = findings.surrender(budget);
            }
        }
        return result;
    }

    @Override
    public Verdict decide(History history, Budget budget) {
        Deadline deadline = new Deadline(budget.time());
        Verdict verdict = Verdict.VALID;
        for (History partition : model.partition(history)) {
            Verdict part = new Search<>(model, Call.of(model, partition)).run(deadline, budget.configurations());
            if (part == Verdict.INVALID) {
                return part;
            }
            verdict = part == Verdict.UNKNOWN ? part : verdict;
        }
        return verdict;
    }
}
