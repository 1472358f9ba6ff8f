package dev.faultline.checkers;

import java.time.Duration;

/**
 * What a checker may use before it must answer {@link Verdict#UNKNOWN}.
 *
 * @param time wall-clock time
 * @param configurations search states kept in memory at once
 */
public record Budget(Duration time, long configurations) {

    /** One minute and five million configurations. */
    public static Budget standard() {
        return new Budget(Duration.ofMinutes(1), 5_000_000);
    }
}
