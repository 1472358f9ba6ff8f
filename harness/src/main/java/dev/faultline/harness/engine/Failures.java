package dev.faultline.harness.engine;

import dev.faultline.harness.claim.BugReport;
import dev.faultline.harness.claim.ClaimReport;
import dev.faultline.harness.claim.ClaimReport.Decisive;
import dev.faultline.harness.claim.SpecProblem;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.platform.engine.TestExecutionResult;

/** What the platform is told when something is not green. */
final class Failures {
    private Failures() {}

    /** Runs something. A user's mistake becomes its message alone, anything else keeps its stack trace. */
    static TestExecutionResult resultOf(Supplier<TestExecutionResult> running) {
        try {
            return running.get();
        } catch (RuntimeException thrown) {
            return TestExecutionResult.failed(isMistake(thrown) ? new ClaimFailed(thrown.getMessage()) : thrown);
        }
    }

    /** The kit answers mistakes with these; the Java platform throws the latter as well, and that is the kit's own bug. */
    private static boolean isMistake(RuntimeException thrown) {
        return thrown instanceof SpecProblem
                || (thrown instanceof IllegalArgumentException
                        && thrown.getStackTrace().length > 0
                        && thrown.getStackTrace()[0].getClassName().startsWith("dev.faultline."));
    }

    static ClaimFailed of(ClaimReport report, Path file) {
        StringBuilder text = new StringBuilder()
                .append(report.status() + ": " + report.title() + " (" + report.system() + ")")
                .append(line("claimed", report.expectation() + " " + String.join(", ", report.properties())));
        Decisive decisive = report.decisive();
        if (decisive == null) {
            text.append(line("summary", report.summary()));
        } else {
            text.append(line("property", decisive.property()))
                    .append(line("seed", decisive.seed() + " of " + report.seedsPlanned()))
                    .append(line("because", decisive.shrunkExplanation()))
                    .append(line("schedule", schedule(decisive)))
                    .append(line("replay", decisive.replay()));
        }
        return new ClaimFailed(text.append(line("report", file.getParent())).toString());
    }

    private static String schedule(Decisive decisive) {
        return decisive.eventsAfter() + " faults and sessions, of " + decisive.eventsBefore() + " as found";
    }

    static ClaimFailed of(BugReport report, Path file) {
        return new ClaimFailed(report.status() + ": seeded bug " + report.bug() + " (" + report.system() + "): "
                + report.description()
                + line("property", report.witness().property())
                + line("summary", report.summary())
                + line("report", file.getParent()));
    }

    private static String line(String name, Object value) {
        return String.format("%n  %-9s %s", name + ":", value);
    }
}
