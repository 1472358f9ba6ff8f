package dev.faultline.targets.stdio;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Judges what was written and what every client read for the last time. Earlier reads may lag behind, as it is in the nature of
 * gossip.
 */
record LastReads(Checker checker) implements Checker {
    @Override
    public String name() {
        return checker.name();
    }

    @Override
    public CheckResult check(History history, Budget budget) {
        Map<Integer, Operation> last = new HashMap<>();
        history.operations().stream()
                .filter(operation -> operation.f().equals(Request.LAST_READ))
                .forEach(operation -> last.put(operation.process(), operation));
        Set<Integer> judged = new HashSet<>();
        last.values().stream().filter(Operation::isOk).forEach(operation -> {
            judged.add(operation.invocation().index());
            judged.add(operation.completion().index());
        });
        History.Builder kept = History.builder();
        for (Event event : history.events()) {
            if (judged.contains(event.index())) {
                kept.add(asRead(event));
            } else if (!event.f().equals("read") && !event.f().equals(Request.LAST_READ)) {
                kept.add(event);
            }
        }
        return checker.check(kept.build(), budget);
    }

    private static Event asRead(Event event) {
        return new Event(
                event.index(),
                event.time(),
                event.type(),
                event.process(),
                "read",
                event.value(),
                event.error(),
                event.node());
    }
}
