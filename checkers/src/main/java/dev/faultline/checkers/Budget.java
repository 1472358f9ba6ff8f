package dev.faultline.checkers;

import java.time.Duration;
import java.util.Objects;

/**
 * What a checker may use before it must answer {@link Verdict#UNKNOWN}, and who hears how far it is.
 *
 * @param time wall-clock time
 * @param configurations search states kept in memory at once
 * @param meter told how far the check is; called often and from any thread, so it must be quick
 */
public record Budget(Duration time, long configurations, Meter meter) {
    public Budget {
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(meter, "meter");
    }

    /** A budget of which nobody hears how far the check is. */
    public Budget(Duration time, long configurations) {
        this(time, configurations, Meter.SILENT);
    }

    /** One minute and five million configurations. */
    public static Budget standard() {
        return new Budget(Duration.ofMinutes(1), 5_000_000);
    }

    /** The same limits, with a meter. */
    public Budget metered(Meter meter) {
        return new Budget(time, configurations, meter);
    }
}
