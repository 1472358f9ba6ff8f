package dev.faultline.targets.stdio;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every read has only elements that somebody had begun to add. O(n). */
final class Invented implements Checker {
    @Override
    public String name() {
        return "nothing-invented";
    }

    @Override
    public CheckResult check(History history, Budget budget) {
        Set<Object> added = new HashSet<>();
        List<Violation> violations = new ArrayList<>();
        int reads = 0;
        for (Event event : history.events()) {
            if (event.f().equals("add") && event.type() == EventType.INVOKE) {
                added.add(event.value());
            } else if (event.type() == EventType.OK && event.value() instanceof Collection<?> read) {
                reads++;
                read.stream()
                        .filter(element -> !added.contains(element))
                        .findFirst()
                        .ifPresent(element -> violations.add(invented(element, event)));
            }
        }
        return Violation.decide(violations, "reads", reads);
    }

    private static Violation invented(Object element, Event read) {
        return Violation.shownBy(
                "The read of " + Violation.who(read) + " has the element " + element + ", which nobody had added.",
                read);
    }
}
