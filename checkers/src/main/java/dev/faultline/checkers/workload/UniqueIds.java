package dev.faultline.checkers.workload;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** See {@link Workloads#uniqueIds()}. */
record UniqueIds(String name) implements Checker {

    @Override
    public CheckResult check(History history, Budget budget) {
        List<Operation> generated = history.operations().stream()
                .filter(operation -> operation.f().equals("generate"))
                .toList();
        Anomalies anomalies = new Anomalies("duplicate");
        Map<Object, Event> first = new HashMap<>();
        int acknowledged = 0;
        for (Operation operation : generated) {
            if (operation.isOk()) {
                acknowledged++;
                judge(operation.completion(), first, anomalies);
            }
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("attempted", generated.size());
        details.put("acknowledged", acknowledged);
        details.put("distinct", first.size());
        return anomalies.decide(
                details, acknowledged > 0 ? null : "No :generate ended :ok, so there is no id to judge.");
    }

    private static void judge(Event event, Map<Object, Event> first, Anomalies anomalies) {
        Object id = Shapes.present(event, "an id");
        Event before = first.putIfAbsent(id, event);
        if (before != null) {
            anomalies.add(
                    "duplicate",
                    () -> "The id " + id + " was given to " + Span.who(before) + " and again to " + Span.who(event)
                            + ".",
                    before,
                    event);
        }
    }
}
