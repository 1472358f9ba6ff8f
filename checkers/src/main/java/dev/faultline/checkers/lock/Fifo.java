package dev.faultline.checkers.lock;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** See {@link Locks#fifo}. */
record Fifo(String name, Duration tolerance) implements Checker {

    @Override
    public CheckResult check(History history, Budget budget) {
        Collection<List<Operation>> perResource = grantsPerResource(history).values();
        List<Violation> violations = new ArrayList<>();
        perResource.forEach(grants -> judge(grants, violations));
        return Violation.decide(
                violations, "grants", perResource.stream().mapToInt(List::size).sum());
    }

    private static Map<Object, List<Operation>> grantsPerResource(History history) {
        Map<Object, List<Operation>> perResource = new LinkedHashMap<>();
        history.operations().stream()
                .filter(operation -> operation.f().equals("acquire") && operation.isOk())
                .sorted(Comparator.comparingLong(Operation::invokedAt))
                .forEach(grant -> perResource
                        .computeIfAbsent(Grants.resource(grant.completion()), resource -> new ArrayList<>())
                        .add(grant));
        return perResource;
    }

    /** The grants come in the order of their requests; of the requests surely earlier, the one granted last counts. */
    private void judge(List<Operation> grants, List<Violation> violations) {
        Operation last = null;
        int earlier = 0;
        for (Operation grant : grants) {
            while (isSurelyEarlier(grants.get(earlier), grant)) {
                Operation candidate = grants.get(earlier++);
                if (last == null || candidate.completedAt() > last.completedAt()) {
                    last = candidate;
                }
            }
            if (last != null && grant.completedAt() < last.completedAt()) {
                violations.add(overtaking(last, grant));
            }
        }
    }

    private boolean isSurelyEarlier(Operation one, Operation other) {
        return other.invokedAt() - one.invokedAt() > tolerance.toNanos();
    }

    private static Violation overtaking(Operation overtaken, Operation grant) {
        String explanation = Violation.who(grant.invocation()) + " overtook " + Violation.who(overtaken.invocation())
                + " at " + Grants.resource(grant.completion()) + ": it asked at " + Violation.when(grant.invocation())
                + " and was granted at " + Violation.when(grant.completion()) + "; the other asked at "
                + Violation.when(overtaken.invocation()) + " and was granted at "
                + Violation.when(overtaken.completion()) + ".";
        return Violation.shownBy(
                explanation, overtaken.invocation(), overtaken.completion(), grant.invocation(), grant.completion());
    }
}
