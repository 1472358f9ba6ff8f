package dev.faultline.checkers.monitor;

import dev.faultline.checkers.model.DataType;
import dev.faultline.checkers.model.NondeterministicModel;
import java.util.Optional;

/** The monitors that come with the kit. */
public final class Monitors {
    private Monitors() {}

    /** The monitor of this model's data type, when there is one. */
    public static Optional<Monitor> of(NondeterministicModel<?> model) {
        return model.dataType().flatMap(type -> of(type, model.name()));
    }

    private static Optional<Monitor> of(DataType type, String name) {
        return switch (type) {
            case REGISTER -> Optional.of(new RegisterMonitor(name, Cells.ONE));
            case KEYED_REGISTERS -> Optional.of(new RegisterMonitor(name, Cells.KEYED));
            case FIFO_QUEUE -> Optional.of(new QueueMonitor(name));
            case SET -> Optional.of(new SetMonitor(name));
            case STACK -> Optional.of(new StackMonitor(name));
            case PRIORITY_QUEUE -> Optional.of(new PriorityQueueMonitor(name));
        };
    }
}
