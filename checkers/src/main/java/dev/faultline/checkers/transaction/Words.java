package dev.faultline.checkers.transaction;

import dev.faultline.checkers.history.Operation;

/** Transactions and values in words. */
final class Words {
    private Words() {}

    /** {@code process 3's transaction (event 17)}. */
    static String of(Operation operation) {
        return "process " + operation.process() + "'s transaction (event "
                + operation.invocation().index() + ")";
    }

    /** The same, to begin a sentence with. */
    static String starting(Operation operation) {
        return "P" + of(operation).substring(1);
    }

    static String of(Object value) {
        return value == null ? "nil" : value instanceof String ? '"' + value.toString() + '"' : value.toString();
    }
}
