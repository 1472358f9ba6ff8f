package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Operation;
import java.util.Optional;

/** One counter, initially 0: add of a whole number, which may be negative, and read. */
record CounterModel(String name) implements Model<Long> {

    @Override
    public Long initial() {
        return 0L;
    }

    @Override
    public Optional<Long> step(Long count, Operation operation) {
        return switch (operation.f()) {
            case "add" -> Optional.of(count + summand(operation));
            case "read" -> count.equals(operation.output()) ? Optional.of(count) : Optional.empty();
            default -> throw ModelMismatch.unknownOperation(this, operation, "add, read");
        };
    }

    @Override
    public boolean isReadOnly(Operation operation) {
        return operation.f().equals("read");
    }

    @Override
    public String describe(Long count) {
        return "the counter is at " + count;
    }

    private static long summand(Operation operation) {
        if (operation.input() instanceof Long summand) {
            return summand;
        }
        throw ModelMismatch.unexpectedValue(operation.invocation(), operation.input(), "a whole number");
    }
}
