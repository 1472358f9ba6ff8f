package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Meter;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.model.NondeterministicModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the searches of a history tell its reader. */
record Findings<S>(NondeterministicModel<S> model, Partitioned<S> partitioned, Budget budget) {
    private static final long CONFIGURATIONS_FOR_THE_PREFIX = 1_000_000;

    CheckResult result() {
        return switch (partitioned.verdict()) {
            case VALID -> valid();
            case INVALID ->
                invalid(partitioned.searches().get(partitioned.searches().size() - 1));
            case UNKNOWN ->
                surrender(partitioned.searches().stream()
                        .filter(search -> search.verdict() == Verdict.UNKNOWN)
                        .findFirst()
                        .orElseThrow());
        };
    }

    private CheckResult valid() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("model", model.name());
        details.put("partitions", partitioned.partitions());
        details.put(
                "operations",
                partitioned.searches().stream()
                        .mapToInt(search -> search.problem().calls().size())
                        .sum());
        details.put(
                "configurations",
                partitioned.searches().stream()
                        .mapToLong(search -> search.met().size())
                        .sum());
        Interleaving.of(partitioned.searches()).ifPresent(order -> details.put("linearization", order));
        return new CheckResult(Verdict.VALID, "", List.of(), details);
    }

    private CheckResult invalid(Search<S> search) {
        Call blocked = search.blocked();
        List<Map<String, Object>> attempts = new Attempts<>(model, search).all();
        Event completion = blocked.operation().completion();
        String explanation = Saying.sentence(blocked.operation())
                + " has no place: every order of the operations fails by event " + completion.index() + ". "
                + attempts.get(0).get("why");
        List<Call> calls = search.problem().calls();
        List<Event> evidence = new Evidence<>(model, calls, blocked, partitioned.deadline()).events();
        Map<String, Object> details = details(search);
        details.put("prefix", completion.index());
        details.put("partialLinearization", prefixOrder(search));
        details.put("blocked", blocked.operation().invocation().index());
        details.put("attempts", attempts);
        return new CheckResult(Verdict.INVALID, explanation, evidence, details);
    }

    /** The longest order: of everything that completed before the operation without a place. */
    private List<Integer> prefixOrder(Search<S> search) {
        Call blocked = search.blocked();
        List<Call> before = search.problem().calls().stream()
                .filter(call -> call.start() < blocked.end() && call.end() != blocked.end())
                .filter(call -> call.end() < blocked.end() || !model.isReadOnly(call.operation()))
                .map(call -> call.end() < blocked.end() ? call : new Call(call.operation(), call.start(), Call.NEVER))
                .toList();
        Search<S> prefix = new Search<>(new Problem<>(model, before));
        prefix.run(new Limits(partitioned.deadline(), CONFIGURATIONS_FOR_THE_PREFIX, Meter.SILENT));
        return prefix.witness()
                .map(order -> Interleaving.indices(prefix.problem(), order))
                .orElse(List.of());
    }

    private CheckResult surrender(Search<S> search) {
        boolean late = partitioned.deadline().isPast();
        String limit = late
                ? "the time limit of " + budget.time().toMillis() + " ms"
                : "the limit of " + budget.configurations() + " configurations";
        int end = search.problem().timetable().end();
        String reason = "Gave up at " + limit + " after placing the first " + search.furthest() + " of " + end
                + " completed operations of a partition. Allow more time or configurations, or check a shorter history.";
        return new CheckResult(Verdict.UNKNOWN, reason, List.of(), details(search));
    }

    private Map<String, Object> details(Search<S> search) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("model", model.name());
        details.put("partitions", partitioned.partitions());
        details.put("operations", search.problem().calls().size());
        details.put("configurations", (long) search.met().size());
        return details;
    }
}
