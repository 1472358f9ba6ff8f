package dev.faultline.checkers.election;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.Violation;
import dev.faultline.checkers.history.History;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** See {@link Elections#oneLeaderPerTerm()}. */
record OneLeaderPerTerm(String name) implements Checker {

    @Override
    public CheckResult check(History history, Budget budget) {
        List<Answer> answers = Answer.of(history);
        Map<Long, Answer> firstOfTerm = new HashMap<>();
        List<Violation> violations = new ArrayList<>();
        for (Answer answer : answers) {
            if (answer.leader() != null) {
                Answer first = firstOfTerm.computeIfAbsent(answer.term(), term -> answer);
                if (!first.leader().equals(answer.leader())) {
                    violations.add(twoLeaders(first, answer));
                }
            }
        }
        return Violation.decide(violations, "answers", answers.size());
    }

    private static Violation twoLeaders(Answer first, Answer second) {
        String explanation = "Term " + first.term() + " has two leaders: " + first + ", " + second + ".";
        return Violation.shownBy(explanation, first.event(), second.event());
    }
}
