package dev.faultline.cli;

import dev.faultline.harness.claim.ClaimReport.Decisive;
import dev.faultline.harness.claim.Status;

/**
 * A claim or a seeded bug that did not come out as claimed.
 *
 * @param id the claim's or the bug's
 * @param system the row of the report
 * @param title the claim's sentence, or the bug's name
 * @param status how it came out
 * @param property what was violated, not shown, or left undecided
 * @param explanation why, in plain words
 * @param decisive the run that shows it, or {@code null} when none does
 * @param run the directory of that run, or of the claim's or the bug's reports
 */
public record Failure(
        String id,
        String system,
        String title,
        Status status,
        String property,
        String explanation,
        Decisive decisive,
        String run) {

    static Failure of(Result result) {
        return result instanceof Result.OfClaim claim ? of(claim) : of((Result.OfBug) result);
    }

    private static Failure of(Result.OfClaim result) {
        var report = result.report();
        Decisive decisive = report.decisive();
        return new Failure(
                report.id(),
                report.system(),
                report.title(),
                report.status(),
                decisive == null ? String.join(", ", report.properties()) : decisive.property(),
                decisive == null ? report.summary() : decisive.shrunkExplanation(),
                decisive,
                (decisive == null ? result.directory() : result.directory().resolve(decisive.shrunkRun())).toString());
    }

    private static Failure of(Result.OfBug result) {
        var report = result.report();
        return new Failure(
                report.id(),
                report.system(),
                "seeded bug " + report.bug(),
                report.status(),
                report.witness().property(),
                report.summary(),
                null,
                result.directory().toString());
    }

    /** Several lines that say everything needed to look into it. */
    public String block() {
        StringBuilder block = new StringBuilder(Words.of(status) + "  " + system + ": " + title);
        line(block, "claim", id);
        line(block, "property", property);
        if (decisive != null) {
            line(block, "seed", Long.toString(decisive.seed()));
        }
        line(block, "why", explanation);
        if (decisive != null) {
            line(block, "schedule", schedule());
            line(block, "replay", decisive.replay());
        }
        line(block, "run", run);
        return block.toString();
    }

    private String schedule() {
        String length = decisive.shrinkRuns() == 0
                ? decisive.eventsBefore() + " faults and sessions"
                : "shrunk from " + decisive.eventsBefore() + " to " + decisive.eventsAfter() + " faults and sessions";
        return length + ", step " + decisive.step();
    }

    private static void line(StringBuilder block, String name, String text) {
        block.append(String.format("%n  %-9s %s", name, text));
    }
}
