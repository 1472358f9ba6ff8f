package dev.faultline.checkers.transaction;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;

record Report(Level level, Resolved resolved, Levels levels) {
    CheckResult of(Verdict verdict) {
        return CheckResult.valid();
    }
}
