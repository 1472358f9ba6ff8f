package dev.faultline.checkers.linearizability;

import dev.faultline.checkers.history.Operation;

/** Operations in words. */
final class Saying {
    private Saying() {}

    /** {@code Process 3's :read -> 2 (event 17)}. */
    static String sentence(Operation operation) {
        return "Process " + operation.process() + "'s " + brief(operation) + " (event "
                + operation.invocation().index() + ")";
    }

    /** {@code :read -> 2}. */
    static String brief(Operation operation) {
        String input = operation.input() == null ? "" : " " + operation.input();
        String name = ":" + operation.f() + input;
        if (operation.isPending()) {
            return name + " that never returned";
        }
        return name
                + (operation.isOk() ? " -> " : " refused -> ")
                + (operation.output() == null ? "nil" : operation.output());
    }
}
