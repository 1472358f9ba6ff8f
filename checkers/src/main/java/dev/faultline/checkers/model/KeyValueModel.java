package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.EventType;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.List;
import java.util.Optional;

/** Independent registers, initially nil: read and write of {@code [key value]}, cas of {@code [key [old new]]}. */
record KeyValueModel(String name) implements Model<Register> {
    private static final String TUPLE = "[key value]";

    @Override
    public Register initial() {
        return Register.NIL;
    }

    @Override
    public Optional<Register> step(Register state, Operation operation) {
        return switch (operation.f()) {
            case "read" -> state.read(item(operation.completion()));
            case "write" -> Optional.of(new Register(item(operation.invocation())));
            case "cas" ->
                state.compareAndSet(
                        operation,
                        ModelMismatch.pair(operation.invocation(), item(operation.invocation()), "[key [old new]]"));
            default -> throw ModelMismatch.unknownOperation(this, operation, "read, write, cas");
        };
    }

    @Override
    public boolean isReadOnly(Operation operation) {
        return operation.f().equals("read") || operation.outcome() == EventType.FAIL;
    }

    @Override
    public boolean isRelevant(Operation operation) {
        if (operation.outcome() != EventType.FAIL) {
            return Model.super.isRelevant(operation);
        }
        return operation.output() instanceof List<?> tuple
                && tuple.size() == 2
                && Register.isAnsweredComparison(operation, tuple.get(1));
    }

    @Override
    public List<History> partition(History history) {
        return Partitions.byKey(history, event -> ModelMismatch.pair(event, event.value(), TUPLE)
                .get(0));
    }

    @Override
    public Optional<DataType> dataType() {
        return Optional.of(DataType.KEYED_REGISTERS);
    }

    @Override
    public String describe(Register state) {
        return "the key holds " + state;
    }

    private static Object item(Event event) {
        return ModelMismatch.pair(event, event.value(), TUPLE).get(1);
    }
}
