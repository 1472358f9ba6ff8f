package dev.faultline.targets.stdio;

import dev.faultline.checkers.Budget;
import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Checker;
import dev.faultline.checkers.history.History;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides what a run says about its program.
 *
 * @param overrun whether the run had to end because a program left too much unread
 */
record Judgement(Workload workload, Mistakes mistakes, boolean overrun) {

    /** By the name of the property. */
    Map<String, CheckResult> of(History history) {
        Map<String, CheckResult> results = new LinkedHashMap<>();
        for (Checker checker : workload.checkers()) {
            results.put(checker.name(), checker.check(history, Budget.standard()));
        }
        results.put("protocol", protocol());
        Checker answers = new Answers();
        results.put(answers.name(), answers.check(history, Budget.standard()));
        return results;
    }

    /** Nobody can tell whether a program that reads too little is wrong, or the machine too slow. */
    private CheckResult protocol() {
        CheckResult judged = mistakes.judged();
        return judged.isValid() && overrun
                ? CheckResult.unknown("A program had left " + ProgramProcess.MOST_UNREAD
                        + " messages unread, so the run ended early. Try a lower --rate.")
                : judged;
    }
}
