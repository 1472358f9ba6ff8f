package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Operation;
import java.util.Objects;
import java.util.Optional;

/** One stack: push of a value, pop answers the one that was pushed last, or nil when the stack is empty. A step costs O(1). */
record StackModel(String name) implements Model<Pile> {

    @Override
    public Pile initial() {
        return Pile.EMPTY;
    }

    @Override
    public Optional<Pile> step(Pile stack, Operation operation) {
        return switch (operation.f()) {
            case "push" -> Optional.of(stack.with(operation.input()));
            case "pop" -> pop(stack, operation);
            default -> throw ModelMismatch.unknownOperation(this, operation, "push, pop");
        };
    }

    @Override
    public boolean isReadOnly(Operation operation) {
        return operation.f().equals("pop") && operation.isOk() && operation.output() == null;
    }

    @Override
    public Optional<DataType> dataType() {
        return Optional.of(DataType.STACK);
    }

    @Override
    public String describe(Pile stack) {
        return stack.isEmpty() ? "the stack is empty" : "the stack holds " + stack.values() + ", topmost first";
    }

    private static Optional<Pile> pop(Pile stack, Operation operation) {
        if (!operation.isPending() && !Objects.equals(stack.top(), operation.output())) {
            return Optional.empty();
        }
        return Optional.of(stack.isEmpty() ? stack : stack.below());
    }
}
