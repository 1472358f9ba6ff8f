package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.History;
import dev.faultline.checkers.history.Operation;
import java.util.List;
import java.util.Optional;

/**
 * Independent mutexes, initially free: acquire and release of a resource. Whoever releases is not asked whether it holds
 * the mutex.
 */
record MutexModel(String name) implements Model<Boolean> {

    @Override
    public Boolean initial() {
        return false;
    }

    @Override
    public Optional<Boolean> step(Boolean held, Operation operation) {
        return switch (operation.f()) {
            case "acquire" -> held ? Optional.empty() : Optional.of(true);
            case "release" -> held ? Optional.of(false) : Optional.empty();
            default -> throw ModelMismatch.unknownOperation(this, operation, "acquire, release");
        };
    }

    @Override
    public List<History> partition(History history) {
        return Partitions.byKey(history, Event::value);
    }

    @Override
    public String describe(Boolean held) {
        return held ? "the mutex is held" : "the mutex is free";
    }
}
