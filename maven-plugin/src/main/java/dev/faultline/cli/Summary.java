package dev.faultline.cli;

import dev.faultline.harness.claim.BugReport;
import dev.faultline.harness.claim.ClaimReport;
import java.util.ArrayList;
import java.util.List;

/** What a verification says at its end. */
record Summary(Results results) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        add(lines, verdicts());
        add(lines, bugs());
        for (Failure failure : results.failures()) {
            lines.add("");
            lines.addAll(failure.block().lines().toList());
        }
        for (String problem : results.problems()) {
            lines.add("");
            lines.add("NOT USABLE  " + problem);
        }
        lines.add("");
        lines.add(totals());
        return lines;
    }

    private static void add(List<String> lines, Table table) {
        if (table.hasRows()) {
            lines.add("");
            lines.addAll(table.lines());
        }
    }

    private Table verdicts() {
        Table table = new Table("System", "Claim", "Claimed", "Verdict", "Seeds", "Time");
        for (Result.OfClaim result : results.claims()) {
            ClaimReport claim = result.report();
            table.row(
                    claim.system(),
                    claim.title(),
                    claim.expectation(),
                    Words.of(claim.status()),
                    Long.toString(claim.seedsRun()),
                    Words.seconds(claim.millis()));
        }
        return table;
    }

    private Table bugs() {
        Table table = new Table("Seeded bug", "System", "Verdict", "Witness", "Sweep", "Time");
        for (Result.OfBug result : results.bugs()) {
            BugReport bug = result.report();
            table.row(
                    bug.bug(),
                    bug.system(),
                    Words.of(bug.status()),
                    witness(bug.witness()),
                    sweep(bug.sweep()),
                    Words.seconds(bug.millis()));
        }
        return table;
    }

    static String witness(BugReport.Witness witness) {
        if (witness == null) {
            return "not played";
        }
        if (!witness.caught()) {
            return "does not convict it";
        }
        return witness.correctHeld()
                ? witness.property() + " in " + Words.count(witness.moves(), "move", "moves")
                : "convicts the correct program too";
    }

    static String sweep(BugReport.Sweep sweep) {
        if (sweep == null) {
            return "no claim to sweep";
        }
        return sweep.caught()
                ? sweep.decisive().property() + ", seed " + sweep.decisive().seed() + " of " + sweep.claim()
                : "not found in " + Words.seeds(sweep.seeds());
    }

    private String totals() {
        int problems = results.problems().size();
        String claims = Words.count(results.claims().size(), "claim", "claims");
        String bugs = Words.count(results.bugs().size(), "seeded bug", "seeded bugs");
        String unusable = problems == 0 ? "" : ", " + problems + " not usable";
        return claims + ", " + bugs + ": " + Words.totals(results.totals()) + unusable + ".";
    }
}
