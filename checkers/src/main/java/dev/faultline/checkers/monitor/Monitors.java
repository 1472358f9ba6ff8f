package dev.faultline.checkers.monitor;

import dev.faultline.checkers.model.Model;
import java.util.Optional;

/** The monitors that come with the kit. */
public final class Monitors {
    private Monitors() {}

    /** The monitor of this model's data type, when there is one. */
    public static Optional<Monitor> of(Model<?> model) {
        return Optional.empty();
    }
}
