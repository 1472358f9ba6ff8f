package dev.faultline.reports;

import java.util.Objects;

/**
 * {@code bug.json}: how a seeded bug came out.
 *
 * @param millis wall time
 * @param witness what the scripted schedule showed, or {@code null} when there was none
 * @param sweep what the random sweep showed, or {@code null} when there was none
 */
record BugFile(
        String id,
        String system,
        String spec,
        String bug,
        String description,
        String runtime,
        Status status,
        boolean green,
        String summary,
        long millis,
        Witness witness,
        Sweep sweep)
        implements Result {

    BugFile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(bug, "bug");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(runtime, "runtime");
        description = Objects.requireNonNullElse(description, "");
    }

    /**
     * What the scripted schedule showed.
     *
     * @param correctLeft where the correct program left the script, or {@code null} when it went along to the end
     */
    record Witness(
            boolean caught,
            String property,
            String explanation,
            int moves,
            boolean correctHeld,
            String correctLeft,
            String run) {
        Witness {
            Objects.requireNonNull(property, "property");
            Objects.requireNonNull(run, "run");
            explanation = Objects.requireNonNullElse(explanation, "");
        }
    }

    /**
     * What the random sweep showed.
     *
     * @param claim the claim whose scenario it was, or {@code null}
     * @param seeds how many seeds were tried with each claim, up to the convicting one
     * @param decisive the convicting run, or {@code null}
     */
    record Sweep(boolean caught, String claim, long seeds, ClaimFile.Decisive decisive) {}
}
