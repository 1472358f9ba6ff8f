package dev.faultline.reference.consensus.raftkv;

import dev.faultline.checkers.history.Event;
import dev.faultline.checkers.history.Operation;
import dev.faultline.harness.runtime.Run;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The row's measures, taken from a run's history. O(operations) each. */
final class RaftKvFigures {
    private static final double NANOS_PER_MILLI = 1_000_000;

    private RaftKvFigures() {}

    /** The median of the operations that were logged and answered, in milliseconds: an outage does not count. */
    static OptionalDouble commitLatency(Run run) {
        double[] latencies = run.history().operations().stream()
                .filter(operation -> operation.isOk() && !operation.f().equals("read"))
                .mapToDouble(operation -> (operation.completedAt() - operation.invokedAt()) / NANOS_PER_MILLI)
                .sorted()
                .toArray();
        return latencies.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(latencies[latencies.length / 2]);
    }

    /** From the first crash to the first answer to a request that was made after it, in milliseconds. */
    static OptionalDouble unavailability(Run run) {
        OptionalLong crash = run.history().faults().stream()
                .filter(fault -> fault.f().equals("crash"))
                .mapToLong(Event::time)
                .findFirst();
        if (crash.isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalLong answer = run.history().operations().stream()
                .filter(Operation::isOk)
                .filter(operation -> operation.invokedAt() > crash.getAsLong())
                .mapToLong(Operation::completedAt)
                .min();
        return answer.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((answer.getAsLong() - crash.getAsLong()) / NANOS_PER_MILLI);
    }
}
