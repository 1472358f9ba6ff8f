package dev.faultline.checkers.lock;

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

/** See {@link Locks#fencedExclusion()}. */
record FencedExclusion(String name) implements Checker {

    @Override
    public CheckResult check(History history, Budget budget) {
        Map<Object, Event> highest = new HashMap<>();
        Map<Integer, Event> highestWhenInvoked = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        int uses = 0;
        for (Event event : history.events()) {
            if (event.isNemesis() || !event.f().equals("use")) {
                continue;
            }
            if (event.type() == EventType.INVOKE) {
                highestWhenInvoked.put(event.process(), highest.get(Grants.resource(event)));
            } else if (event.type() == EventType.OK) {
                uses++;
                judge(event, highestWhenInvoked.get(event.process()), violations);
                highest.merge(Grants.resource(event), event, FencedExclusion::higher);
            }
        }
        return Violation.decide(violations, "uses", uses);
    }

    private static void judge(Event use, Event before, List<Violation> violations) {
        if (before != null && Grants.token(use) < Grants.token(before)) {
            violations.add(Violation.shownBy(
                    "The resource " + Grants.resource(use) + " accepted " + say(use) + " from " + Violation.who(use)
                            + ", invoked after it had accepted " + say(before) + " from " + Violation.who(before) + ".",
                    before,
                    use));
        }
    }

    private static Event higher(Event one, Event other) {
        return Grants.token(other) > Grants.token(one) ? other : one;
    }

    private static String say(Event use) {
        return Grants.token(use) == Long.MIN_VALUE ? "no token" : "token " + Grants.token(use);
    }
}
