package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One first-in-first-out queue: enqueue of a value, dequeue answers the oldest, or nil when the queue is empty. A step
 * costs O(length).
 */
record FifoQueueModel(String name) implements Model<List<Object>> {

    @Override
    public List<Object> initial() {
        return Collections.emptyList();
    }

    @Override
    public Optional<List<Object>> step(List<Object> queue, Operation operation) {
        return switch (operation.f()) {
            case "enqueue" -> Optional.of(enqueue(queue, operation.input()));
            case "dequeue" -> dequeue(queue, operation);
            default -> throw ModelMismatch.unknownOperation(this, operation, "enqueue, dequeue");
        };
    }

    @Override
    public Optional<DataType> dataType() {
        return Optional.of(DataType.FIFO_QUEUE);
    }

    @Override
    public String describe(List<Object> queue) {
        return queue.isEmpty() ? "the queue is empty" : "the queue holds " + queue + ", oldest first";
    }

    private static List<Object> enqueue(List<Object> queue, Object value) {
        List<Object> longer = new ArrayList<>(queue.size() + 1);
        longer.addAll(queue);
        longer.add(value);
        return longer;
    }

    private static Optional<List<Object>> dequeue(List<Object> queue, Operation operation) {
        Object oldest = queue.isEmpty() ? null : queue.get(0);
        if (!operation.isPending() && !Objects.equals(oldest, operation.output())) {
            return Optional.empty();
        }
        return Optional.of(queue.isEmpty() ? queue : new ArrayList<>(queue.subList(1, queue.size())));
    }
}
