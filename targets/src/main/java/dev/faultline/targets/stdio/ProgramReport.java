package dev.faultline.targets.stdio;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.harness.claim.ClaimReport;
import dev.faultline.harness.claim.ClaimReport.Decisive;
import dev.faultline.harness.claim.Finding;
import dev.faultline.harness.claim.RunReport;
import dev.faultline.harness.claim.RunReport.RoleReport;
import dev.faultline.harness.claim.Status;
import dev.faultline.harness.fault.Fault;
import dev.faultline.harness.record.RunDirectory;
import java.util.ArrayList;
import java.util.List;

/** Leaves what the HTML report is made from: {@code run.json} beside the history, and {@code claim.json} above it. */
record ProgramReport(Plan plan, String spec, String claim, String replay) {
    private static final String RUNTIME = "stdio";

    /** Writes both; answers how the run came out. */
    Status write(Outcome outcome, long millis) {
        List<Finding> findings = new ArrayList<>();
        outcome.results().forEach((property, result) -> findings.add(finding(property, result, outcome)));
        RunDirectory.at(plan.directory()).writeJson("run.json", run(outcome, findings));
        ClaimReport report = claim(outcome, findings, millis);
        RunDirectory.at(plan.directory().getParent()).writeJson("claim.json", report);
        return report.status();
    }

    private static Finding finding(String property, CheckResult result, Outcome outcome) {
        return new Finding(
                property, result.verdict(), result.explanation(), result.evidence(), result.details(), outcome.steps());
    }

    private String id() {
        return spec + "#" + claim;
    }

    private RunReport run(Outcome outcome, List<Finding> findings) {
        return new RunReport(
                id(),
                RUNTIME,
                plan.seed(),
                null,
                System.getProperty("java.version"),
                List.of(new RoleReport("node", plan.nodes())),
                outcome.faults(),
                plan.concurrency(),
                outcome.faultsOverNanos(),
                outcome.endNanos(),
                outcome.steps(),
                List.of(),
                outcome.messages(),
                findings);
    }

    private ClaimReport claim(Outcome outcome, List<Finding> findings, long millis) {
        Status status = status(findings);
        String run = plan.directory().getFileName().toString();
        List<String> faults = plan.faults().stream().map(Fault::name).toList();
        return new ClaimReport(
                "claim",
                id(),
                RUNTIME + "/" + plan.workload(),
                spec,
                claim,
                "'" + Words.shortened(Words.command(plan.command())) + "' does what " + plan.workload() + " asks for"
                        + (faults.isEmpty() ? "" : ", under " + String.join(", ", faults)),
                "HOLDS",
                List.copyOf(outcome.results().keySet()),
                faults,
                List.of("node×" + plan.size()),
                plan.workload() + ", " + plan.rate() + " operations a second by " + plan.concurrency() + " clients, "
                        + plan.time().toSeconds() + " s",
                RUNTIME,
                status,
                status.isGreen(),
                summary(findings),
                1,
                1,
                millis,
                decisive(findings, outcome, run),
                run,
                List.of());
    }

    private static Status status(List<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.verdict() == Verdict.INVALID)) {
            return Status.VIOLATED;
        }
        return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.UNKNOWN)
                ? Status.UNKNOWN
                : Status.HELD;
    }

    private String summary(List<Finding> findings) {
        return worst(findings).stream()
                .map(finding -> (finding.verdict() == Verdict.INVALID ? "Violates " : "Nobody could decide ")
                        + finding.property() + ": " + finding.explanation())
                .findFirst()
                .orElse("No violation with seed " + plan.seed() + ".");
    }

    /** What is not fine, violations first. */
    private static List<Finding> worst(List<Finding> findings) {
        List<Finding> worst = new ArrayList<>(findings);
        worst.removeIf(finding -> finding.verdict() == Verdict.VALID);
        worst.sort((a, b) -> Boolean.compare(b.verdict() == Verdict.INVALID, a.verdict() == Verdict.INVALID));
        return worst;
    }

    private Decisive decisive(List<Finding> findings, Outcome outcome, String run) {
        int events = outcome.faults() + outcome.history().operations().size();
        return worst(findings).stream()
                .map(finding -> new Decisive(
                        plan.seed(),
                        finding.property(),
                        finding.explanation(),
                        run,
                        run,
                        finding.step(),
                        finding.explanation(),
                        events,
                        events,
                        0,
                        null,
                        replay))
                .findFirst()
                .orElse(null);
    }
}
