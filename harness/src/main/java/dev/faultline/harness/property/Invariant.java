package dev.faultline.harness.property;

import dev.faultline.checkers.CheckResult;
import dev.faultline.harness.runtime.Run;

/** A monitor that only watches states: what was never seen broken has held. */
public abstract class Invariant implements Monitor {
    private final Sight sight;

    protected Invariant(Sight sight) {
        this.sight = sight;
    }

    @Override
    public final Sight sight() {
        return sight;
    }

    @Override
    public final CheckResult conclude(Run run) {
        return CheckResult.valid();
    }
}
