package dev.faultline.checkers.lock;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** See {@link Locks#mutualExclusion()}. */
record MutualExclusion(String name) implements Checker {

    @Override
    public CheckResult check(History history, Budget budget) {
        Collection<List<Hold>> perResource = Holds.perResource(history).values();
        List<Violation> violations = new ArrayList<>();
        perResource.forEach(holds -> judge(holds, violations));
        return Violation.decide(
                violations, "holds", perResource.stream().mapToInt(List::size).sum());
    }

    /** Each hold is compared with the one before it that lasts longest: when any overlaps it, that one does. */
    private static void judge(List<Hold> holds, List<Violation> violations) {
        Hold longest = holds.get(0);
        for (Hold hold : holds) {
            if (longest.overlaps(hold)) {
                violations.add(overlap(longest, hold));
            }
            if (hold.to() >= longest.to()) {
                longest = hold;
            }
        }
    }

    private static Violation overlap(Hold first, Hold second) {
        String until = first.ended() == null ? "the end" : Violation.when(first.ended());
        String explanation = "Two holds of " + first.resource() + " overlap: " + Violation.who(first.granted())
                + " held it from " + Violation.when(first.granted()) + " to " + until + ", and "
                + Violation.who(second.granted()) + " was granted it at " + Violation.when(second.granted()) + ".";
        return Violation.shownBy(explanation, first.granted(), first.ended(), second.granted(), second.ended());
    }
}
