package dev.faultline.checkers.transaction;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is told of a history that was judged by a level. */
final class Report {
    private final History history;
    private final Level level;
    private final Resolved resolved;
    private final Levels levels;

    Report(History history, Level level, Resolved resolved, Levels levels) {
        this.history = history;
        this.level = level;
        this.resolved = resolved;
        this.levels = levels;
    }

    CheckResult of(Verdict verdict) {
        return switch (verdict) {
            case VALID -> new CheckResult(verdict, "", List.of(), details());
            case INVALID -> invalid();
            case UNKNOWN -> new CheckResult(verdict, reason(), List.of(), details());
        };
    }

    private CheckResult invalid() {
        Arrays.stream(Level.values()).forEach(levels::verdict);
        List<Anomaly> anomalies = anomalies();
        Map<String, Object> details = details();
        Map<String, Object> verdicts = new LinkedHashMap<>();
        Arrays.stream(Level.values())
                .forEach(each -> verdicts.put(each.id(), levels.verdict(each).name()));
        details.put("levels", verdicts);
        details.put("strongest", ids(strongest()));
        details.put("weakest", ids(weakest()));
        details.put("anomalies", anomalies.stream().map(Anomaly::details).toList());
        if (anomalies.isEmpty()) {
            return new CheckResult(
                    Verdict.INVALID, "No order of the versions keeps " + level.id() + ".", List.of(), details);
        }
        return new CheckResult(Verdict.INVALID, anomalies.get(0).explanation(), evidence(anomalies.get(0)), details);
    }

    /** First those that say most about the level that was asked for. */
    private List<Anomaly> anomalies() {
        List<Anomaly> anomalies = new ArrayList<>();
        Flaws flaws = resolved.flaws();
        flaws.found().stream()
                .sorted(Comparator.comparing((Phenomenon phenomenon) -> !phenomenon.refutes(level)))
                .forEach(phenomenon -> anomalies.addAll(flaws.of(phenomenon)));
        if (resolved.ambiguity().isEmpty()) {
            List<Anomaly> cycles = CycleAnomalies.find(resolved.transactions(), levels.dependencies());
            List<Anomaly> orders = Stream.concat(Stream.of(level), weakest().stream())
                    .distinct()
                    .filter(failed -> !resolved.flaws().refute(failed))
                    .flatMap(failed -> levels.explain(failed).stream())
                    .toList();
            boolean direct = flaws.refute(level);
            anomalies.addAll(direct ? anomalies.size() : 0, cycles);
            anomalies.addAll(direct || !cycles.isEmpty() ? anomalies.size() : 0, orders);
        }
        return anomalies;
    }

    private List<Level> strongest() {
        return Arrays.stream(Level.values())
                .filter(each -> levels.verdict(each) == Verdict.VALID)
                .filter(each -> each.andStronger().stream()
                        .noneMatch(other -> other != each && levels.verdict(other) == Verdict.VALID))
                .toList();
    }

    private List<Level> weakest() {
        return Arrays.stream(Level.values())
                .filter(each -> levels.verdict(each) == Verdict.INVALID)
                .filter(each -> each.andWeaker().stream()
                        .noneMatch(other -> other != each && levels.verdict(other) == Verdict.INVALID))
                .toList();
    }

    private static List<String> ids(List<Level> some) {
        return some.stream().map(Level::id).toList();
    }

    /** The transactions as they were recorded. O(n). */
    private List<Event> evidence(Anomaly anomaly) {
        Set<Integer> indices = anomaly.operations().stream()
                .flatMap(operation -> Stream.of(operation.invocation(), operation.completion()))
                .filter(Objects::nonNull)
                .map(Event::index)
                .collect(Collectors.toSet());
        return history.events().stream()
                .filter(event -> indices.contains(event.index()))
                .toList();
    }

    private String reason() {
        if (!resolved.ambiguity().isEmpty()) {
            return resolved.ambiguity();
        }
        return "The order in which " + resolved.transactions().size() + " transactions wrote each key is not known, and"
                + " within the budget no order was found that keeps " + level.id()
                + ", nor a proof that there is none. Allow more time, or ask for a level with process order or real time.";
    }

    private Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("level", level.id());
        details.put("transactions", resolved.transactions().size());
        return details;
    }
}
