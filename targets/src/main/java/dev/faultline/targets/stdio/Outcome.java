package dev.faultline.targets.stdio;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.history.History;
import dev.faultline.harness.runtime.MessageCounts;
import java.util.Map;

/**
 * What came out of a run.
 *
 * @param results by the name of the property: those of the workload, {@code answers}, and {@code protocol}, that programs keep to it
 * @param endNanos when the run ended
 * @param faultsOverNanos when the last fault was undone
 * @param faults how many struck
 * @param steps how many boots there were, and messages that arrived at nodes and services
 * @param messages what nodes and services sent to each other
 */
record Outcome(
        History history,
        Map<String, CheckResult> results,
        long endNanos,
        long faultsOverNanos,
        int faults,
        long steps,
        MessageCounts messages) {}
