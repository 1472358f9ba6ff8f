package dev.faultline.targets.stdio;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No consumer is told to begin behind what somebody had asked to commit: what is between would be lost to it. An offset that is too
 * low only makes it read again, so that one is not judged. O(n).
 */
final class CommittedOffsets implements Checker {
    static final String COMMIT = "commit";
    static final String LIST = "committed";

    @Override
    public String name() {
        return "committed-offsets";
    }

    @Override
    public CheckResult check(History history, Budget budget) {
        Map<Object, Long> highest = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        int lists = 0;
        for (Event event : history.events()) {
            if (event.f().equals(COMMIT) && event.type() == EventType.INVOKE) {
                ((Map<?, ?>) event.value()).forEach((log, offset) -> highest.merge(log, (Long) offset, Math::max));
            } else if (event.f().equals(LIST) && event.type() == EventType.OK) {
                lists++;
                ((Map<?, ?>) event.value())
                        .forEach((log, offset) -> judge(event, log, (Long) offset, highest, violations));
            }
        }
        return Violation.decide(violations, "lists", lists);
    }

    private static void judge(
            Event list, Object log, long offset, Map<Object, Long> highest, List<Violation> violations) {
        Long most = highest.get(log);
        if (most == null || offset > most) {
            violations.add(Violation.shownBy(
                    Violation.who(list) + " was told that offset " + offset + " of " + log + " is committed, although "
                            + (most == null ? "nobody had committed any" : "nobody had committed more than " + most)
                            + ".",
                    list));
        }
    }
}
