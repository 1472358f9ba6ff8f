package dev.faultline.reports;

import dev.faultline.checkers.history.Operation;
import java.util.List;

/** Operations by the time at which they happened. */
record TimeAxis(Scale scale) implements Axis {

    @Override
    public String unit() {
        return "ms";
    }

    @Override
    public List<Scale.Tick> ticks() {
        return scale.ticks();
    }

    @Override
    public String left(Operation operation) {
        return scale.at(operation.invokedAt());
    }

    @Override
    public String width(Operation operation) {
        long until = operation.completion() == null
                ? scale.end()
                : operation.completion().time();
        return scale.width(operation.invokedAt(), until);
    }

    @Override
    public String span(Operation operation) {
        return Wording.millis(operation.invokedAt())
                + (operation.completion() == null ? " on" : " to " + Wording.millis(operation.completedAt()));
    }
}
