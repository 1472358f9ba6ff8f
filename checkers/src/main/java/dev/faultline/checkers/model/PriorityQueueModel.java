package dev.faultline.checkers.model;

import dev.faultline.checkers.history.Operation;
import java.util.Optional;

/**
 * One priority queue of integers: insert of a value, extract-min answers the least one inside, or nil when there is none. A step
 * costs O(log size).
 */
record PriorityQueueModel(String name) implements Model<Heap> {

    @Override
    public Heap initial() {
        return Heap.EMPTY;
    }

    @Override
    public Optional<Heap> step(Heap queue, Operation operation) {
        return switch (operation.f()) {
            case "insert" -> Optional.of(queue.with(value(operation)));
            case "extract-min" -> extract(queue, operation);
            default -> throw ModelMismatch.unknownOperation(this, operation, "insert, extract-min");
        };
    }

    @Override
    public boolean isReadOnly(Operation operation) {
        return operation.f().equals("extract-min") && operation.isOk() && operation.output() == null;
    }

    @Override
    public Optional<DataType> dataType() {
        return Optional.of(DataType.PRIORITY_QUEUE);
    }

    @Override
    public String describe(Heap queue) {
        return queue.isEmpty() ? "the queue is empty" : "the queue holds " + queue.values() + ", least first";
    }

    private static long value(Operation insert) {
        if (insert.input() instanceof Long value) {
            return value;
        }
        throw ModelMismatch.unexpectedValue(insert.invocation(), insert.input(), "an integer");
    }

    private static Optional<Heap> extract(Heap queue, Operation operation) {
        boolean answers = queue.isEmpty()
                ? operation.output() == null
                : Long.valueOf(queue.least()).equals(operation.output());
        if (!operation.isPending() && !answers) {
            return Optional.empty();
        }
        return Optional.of(queue.isEmpty() ? queue : queue.rest());
    }
}
