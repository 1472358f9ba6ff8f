package dev.faultline.reference.mutex;

import dev.faultline.checkers.history.Operation;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.scenario.Measure;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The entries into critical sections that a run saw. */
public final class Entries {
    private Entries() {}

    /** Every acquire that was granted, in the order of the requests. O(operations) */
    public static Stream<Operation> of(Run run) {
        return run.history().operations().stream()
                .filter(operation -> operation.f().equals("acquire") && operation.isOk());
    }

    /**
     * How many messages nodes sent to each other, per entry.
     *
     * @param formula what the textbook says
     */
    public static Measure messages(String formula) {
        return perEntry("messages per entry", formula, run -> run.messages().total());
    }

    /** A figure of the whole run, divided by the number of entries. */
    public static Measure perEntry(String name, String formula, ToDoubleFunction<Run> figure) {
        return new Measure(name, "", formula, run -> {
            long entries = of(run).count();
            return entries == 0 ? OptionalDouble.empty() : OptionalDouble.of(figure.applyAsDouble(run) / entries);
        });
    }
}
