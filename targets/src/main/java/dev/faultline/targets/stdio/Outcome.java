package dev.faultline.targets.stdio;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.history.History;
import java.util.Map;

/**
 * What came out of a run.
 *
 * @param results by the name of the property: the workload's, and {@code protocol}, that programs keep to it
 * @param endNanos when the run ended
 * @param faultsOverNanos when the last fault was undone
 * @param faults how many struck
 * @param messages what the nodes sent to each other and to services
 */
record Outcome(
        History history,
        Map<String, CheckResult> results,
        long endNanos,
        long faultsOverNanos,
        int faults,
        long messages) {}
