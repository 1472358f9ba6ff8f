package dev.faultline.reference.consensus.raftkv;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import java.util.List;

/** Asks a checker about the operations on the store alone. */
record StoreOperations(Checker checker) implements Checker {
    private static final List<String> CHANGES = List.of("add", "remove");

    @Override
    public String name() {
        return checker.name();
    }

    @Override
    public CheckResult check(History history, Budget budget) {
        List<Event> events = history.events().stream()
                .filter(event -> !CHANGES.contains(event.f()))
                .toList();
        return checker.check(events.size() == history.events().size() ? history : History.of(events), budget);
    }
}
