package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that a level forbids.
 *
 * @param name as Elle has it, such as {@code G-single-process}
 * @param operations the transactions that show it
 * @param explanation in a sentence or two
 * @param steps the edges of a cycle, each in a sentence; empty when it is no cycle
 */
record Anomaly(String name, List<Operation> operations, String explanation, List<String> steps) {
    Anomaly {
        operations = List.copyOf(operations);
        steps = List.copyOf(steps);
    }

    /** For the report, JSON-like. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", name);
        details.put(
                "transactions",
                operations.stream()
                        .map(operation -> operation.invocation().index())
                        .toList());
        details.put("explanation", explanation);
        if (!steps.isEmpty()) {
            details.put("steps", steps);
        }
        return details;
    }
}
