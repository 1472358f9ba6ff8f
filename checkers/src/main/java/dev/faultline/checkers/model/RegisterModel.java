package dev.faultline.checkers.model;

import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.MalformedHistoryException;
import dev.faultline.checkers.history.Operation;
import java.util.Optional;

/** One register, initially nil: read, write and, when it has it, cas of {@code [old new]}. */
record RegisterModel(String name, boolean hasCompareAndSet) implements Model<Register> {

    @Override
    public Register initial() {
        return Register.NIL;
    }

    @Override
    public Optional<Register> step(Register state, Operation operation) {
        return switch (operation.f()) {
            case "read" -> state.read(operation.output());
            case "write" -> Optional.of(new Register(operation.input()));
            case "cas" -> compareAndSet(state, operation);
            default -> throw unknown(operation);
        };
    }

    private Optional<Register> compareAndSet(Register state, Operation operation) {
        if (!hasCompareAndSet) {
            throw unknown(operation);
        }
        return state.compareAndSet(
                operation, ModelMismatch.pair(operation.invocation(), operation.input(), "[old new]"));
    }

    private MalformedHistoryException unknown(Operation operation) {
        return ModelMismatch.unknownOperation(this, operation, hasCompareAndSet ? "read, write, cas" : "read, write");
    }

    @Override
    public boolean isReadOnly(Operation operation) {
        return operation.f().equals("read") || operation.outcome() == EventType.FAIL;
    }

    @Override
    public boolean isRelevant(Operation operation) {
        return operation.outcome() == EventType.FAIL
                ? Register.isAnsweredComparison(operation, operation.output())
                : Model.super.isRelevant(operation);
    }

    @Override
    public Optional<DataType> dataType() {
        return Optional.of(DataType.REGISTER);
    }

    @Override
    public String describe(Register state) {
        return "the register holds " + state;
    }
}
