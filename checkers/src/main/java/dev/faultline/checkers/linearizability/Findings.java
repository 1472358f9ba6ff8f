package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.Operation;
import dev.faultline.checkers.model.Model;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a search that found no order tells its reader.
 *
 * @param calls of the partition that was searched
 * @param partitions how many there are in all
 */
record Findings<S>(Model<S> model, List<Call> calls, Search<S> search, int partitions) {

    CheckResult violation(Deadline deadline) {
        Event completion = search.blocked().operation().completion();
        String explanation = sentence(search.blocked().operation())
                + " has no place: every order of the operations fails by event " + completion.index() + ". Where it was"
                + " tried, " + states().stream().collect(Collectors.joining(", or ")) + ".";
        List<Event> evidence = new Evidence<>(model, calls, search.blocked(), deadline).events();
        return new CheckResult(Verdict.INVALID, explanation, evidence, details());
    }

    CheckResult surrender(Budget budget) {
        String limit = search.configurations() >= budget.configurations()
                ? "the limit of " + budget.configurations() + " configurations"
                : "the time limit of " + budget.time().toMillis() + " ms";
        String reach = search.blocked() == null
                ? ""
                : ", up to event " + search.blocked().operation().completion().index();
        String reason = "Gave up at " + limit + " after placing " + placed() + " of " + calls.size()
                + " operations of a partition" + reach
                + ". Allow more time or configurations, or check a shorter history.";
        return new CheckResult(Verdict.UNKNOWN, reason, List.of(), details());
    }

    private int placed() {
        return Math.max(search.frontier().order().length, search.depth());
    }

    private List<String> states() {
        return search.frontier().states().stream().map(model::describe).toList();
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("model", model.name());
        details.put("partitions", partitions);
        details.put("operations", calls.size());
        details.put("configurations", search.configurations());
        details.put("partialLinearization", partialLinearization());
        if (search.blocked() != null) {
            details.put("blocked", search.blocked().operation().invocation().index());
            details.put("states", states());
        }
        return details;
    }

    private List<Integer> partialLinearization() {
        return Arrays.stream(search.frontier().order())
                .mapToObj(call -> calls.get(call).operation().invocation().index())
                .toList();
    }

    private static String sentence(Operation operation) {
        String input = operation.input() == null ? "" : " " + operation.input();
        String verb = operation.isOk() ? " -> " : " refused -> ";
        return "Process " + operation.process() + "'s :" + operation.f() + input + verb
                + (operation.output() == null ? "nil" : operation.output()) + " (event "
                + operation.invocation().index() + ")";
    }
}
