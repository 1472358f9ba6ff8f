package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.List;
import java.util.Optional;

/** Independent strings, initially empty: get, put and append of {@code [key value]}. */
record StringMapModel(String name) implements Model<String> {
    private static final String TUPLE = "[key string]";

    @Override
    public String initial() {
        return "";
    }

    @Override
    public Optional<String> step(String state, Operation operation) {
        return switch (operation.f()) {
            case "get" -> state.equals(item(operation.completion())) ? Optional.of(state) : Optional.empty();
            case "put" -> Optional.of(text(operation.invocation()));
            case "append" -> Optional.of(state + text(operation.invocation()));
            default -> throw ModelMismatch.unknownOperation(this, operation, "get, put, append");
        };
    }

    @Override
    public boolean isReadOnly(Operation operation) {
        return operation.f().equals("get");
    }

    @Override
    public List<History> partition(History history) {
        return Partitions.byKey(history, event -> ModelMismatch.pair(event, event.value(), TUPLE)
                .get(0));
    }

    @Override
    public String describe(String state) {
        return "the key holds " + ModelMismatch.say(state);
    }

    private static Object item(Event event) {
        return ModelMismatch.pair(event, event.value(), TUPLE).get(1);
    }

    private static String text(Event event) {
        if (item(event) instanceof String text) {
            return text;
        }
        throw ModelMismatch.unexpectedValue(event, event.value(), TUPLE);
    }
}
