package dev.faultline.checkers.monitor;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import java.util.Optional;

/**
 * Decides linearizability for one data type in O(n log n), without a search, when the history is unambiguous: each value
 * is written or inserted once.
 */
public interface Monitor {

    /** The verdict, or nothing when the history is not unambiguous, so that only a search can tell. */
    Optional<Verdict> decide(History history);

    /** The verdict with its reasons, or nothing as in {@link #decide}. */
    Optional<CheckResult> check(History history);
}
