package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Operation;
import java.util.Objects;
import java.util.Optional;

/** One first-in-first-out queue: enqueue of a value, dequeue answers the oldest, or nil when the queue is empty. */
record FifoQueueModel(String name) implements Model<Line> {

    @Override
    public Line initial() {
        return Line.EMPTY;
    }

    @Override
    public Optional<Line> step(Line queue, Operation operation) {
        return switch (operation.f()) {
            case "enqueue" -> Optional.of(queue.with(operation.input()));
            case "dequeue" -> dequeue(queue, operation);
            default -> throw ModelMismatch.unknownOperation(this, operation, "enqueue, dequeue");
        };
    }

    @Override
    public boolean isReadOnly(Operation operation) {
        return operation.f().equals("dequeue") && operation.isOk() && operation.output() == null;
    }

    @Override
    public Optional<DataType> dataType() {
        return Optional.of(DataType.FIFO_QUEUE);
    }

    @Override
    public String describe(Line queue) {
        return queue.isEmpty() ? "the queue is empty" : "the queue holds " + queue.values() + ", oldest first";
    }

    private static Optional<Line> dequeue(Line queue, Operation operation) {
        if (!operation.isPending() && !Objects.equals(queue.oldest(), operation.output())) {
            return Optional.empty();
        }
        return Optional.of(queue.isEmpty() ? queue : queue.rest());
    }
}
