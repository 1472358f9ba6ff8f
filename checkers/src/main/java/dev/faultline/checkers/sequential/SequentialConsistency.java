package dev.faultline.checkers.sequential;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.model.NondeterministicModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides whether a history is sequentially consistent. A pending operation may take effect after the earlier ones of its
 * process, or never.
 *
 * <p>The problem is NP-complete even for one register (Gibbons and Korach, SIAM J. Comput. 1997), and a history may be
 * sequentially consistent key by key without being so as a whole, so nothing is partitioned.
 *
 * @param <S> the state of the model
 */
public final class SequentialConsistency<S> implements Checker {
    private final NondeterministicModel<S> model;

    private SequentialConsistency(NondeterministicModel<S> model) {
        this.model = model;
    }

    /**
     * The checker {@code sequential} for an object that should behave like this model.
     *
     * <p>When the history is invalid, {@code details} holds how many operations some order places ({@code placed}), the
     * longest such order as indices of invocations ({@code partialOrder}) and the operations that cannot follow it
     * ({@code blocked}).
     */
    public static Checker of(NondeterministicModel<?> model) {
        return new SequentialConsistency<>(model);
    }

    @Override
    public String name() {
        return "sequential";
    }

    /**
     * {@inheritDoc} O(operations to the power of processes) at worst.
     *
     * @throws dev.faultline.checkers.history.MalformedHistoryException when the history does not fit the model
     */
    @Override
    public CheckResult check(History history, Budget budget) {
        Interleavings<S> search = new Interleavings<>(model, history, budget);
        return switch (search.run()) {
            case VALID -> new CheckResult(Verdict.VALID, "", List.of(), details(search, "order"));
            case INVALID -> invalid(search);
            case UNKNOWN ->
                CheckResult.unknown(
                        "Gave up after " + search.met() + " configurations, with at most " + search.furthest()
                                + " of " + search.operations()
                                + " operations in an order. Allow more time or configurations, or check a shorter history.");
        };
    }

    private CheckResult invalid(Interleavings<S> search) {
        Map<String, Object> details = details(search, "partialOrder");
        List<Operation> blocked = search.blocked();
        details.put(
                "blocked",
                blocked.stream()
                        .map(operation -> operation.invocation().index())
                        .toList());
        String explanation = "No order that keeps the order of each process has more than " + search.furthest() + " of "
                + search.operations() + " operations. After these, "
                + model.describe(search.stateFor(blocked.get(0)))
                + ", and none of the next ones fits: "
                + blocked.stream().map(SequentialConsistency::say).collect(Collectors.joining(", ")) + ".";
        List<Event> evidence = blocked.stream()
                .flatMap(operation -> Stream.of(operation.invocation(), operation.completion()))
                .toList();
        return new CheckResult(Verdict.INVALID, explanation, evidence, details);
    }

    private Map<String, Object> details(Interleavings<S> search, String order) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("model", model.name());
        details.put("operations", search.operations());
        details.put("configurations", search.met());
        details.put("placed", search.furthest());
        details.put(
                order,
                search.order().stream()
                        .map(operation -> operation.invocation().index())
                        .toList());
        return details;
    }

    private static String say(Operation operation) {
        String input = operation.input() == null ? "" : " " + operation.input();
        return "process " + operation.process() + "'s :" + operation.f() + input + " -> "
                + (operation.output() == null ? "nil" : operation.output()) + " (event "
                + operation.invocation().index() + ")";
    }
}
