package dev.faultline.checkers.workload;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** See {@link Workloads#counter()}. */
record Counter(String name) implements Checker {
    private static final String NUMBER = "a whole number";

    @Override
    public CheckResult check(History history, Budget budget) {
        List<Span> at = Span.byPosition(history);
        CounterBounds bounds = new CounterBounds(at.size());
        Anomalies anomalies = new Anomalies("below", "above");
        int reads = 0;
        int adds = 0;
        for (int position = 0; position < at.size(); position++) {
            Span span = at.get(position);
            boolean begins = span != null && span.begin() == position;
            if (span != null && span.is("add") && span.mayTakeEffect()) {
                add(bounds, span, begins);
                adds += begins ? 1 : 0;
            }
            bounds.stepped();
            if (span != null && span.is("read") && span.isOk() && !begins) {
                reads++;
                judge(span, bounds, anomalies);
            }
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("reads", reads);
        details.put("adds", adds);
        return anomalies.decide(
                details, reads > 0 ? null : "No :read ended :ok, so nobody knows what the counter held.");
    }

    /** An add widens the range on one side when it begins, and narrows it on the other when it is acknowledged. */
    private static void add(CounterBounds bounds, Span span, boolean begins) {
        Event event = span.invocation();
        long amount = Shapes.whole(event, event.value(), NUMBER);
        if (begins) {
            bounds.mayAdd(event, amount);
        } else if (span.operation().outcome() == EventType.OK) {
            bounds.added(event, amount);
        }
    }

    private static void judge(Span read, CounterBounds bounds, Anomalies anomalies) {
        Event event = read.event();
        long value = Shapes.whole(event, event.value(), NUMBER);
        long lowest = bounds.lowestSince(read.begin());
        long highest = bounds.highestSince(read.begin());
        if (value < lowest || value > highest) {
            anomalies.add(
                    value < lowest ? "below" : "above",
                    () -> "The read of " + Span.who(event) + " answered " + value
                            + ", but between its invocation and its completion the counter was between " + lowest
                            + " and "
                            + highest + ".",
                    read.invocation(),
                    event);
        }
    }
}
