package dev.faultline.harness.claim;

import dev.faultline.harness.claim.ClaimReport.Decisive;
import dev.faultline.harness.scenario.Expectation;

/** Verdicts in plain words. */
final class Words {
    private Words() {}

    static Status status(Expectation expectation, Trial trial) {
        boolean breaks = expectation == Expectation.BREAKS;
        if (trial.violation().isPresent()) {
            return breaks ? Status.SHOWN : Status.VIOLATED;
        }
        if (trial.unknown().isPresent()) {
            return Status.UNKNOWN;
        }
        return breaks ? Status.NOT_SHOWN : Status.HELD;
    }

    static String violated(Status status, Decisive decisive) {
        String how = "Seed " + decisive.seed() + " violates " + decisive.property() + ": "
                + decisive.shrunkExplanation() + shrunk(decisive);
        return status == Status.SHOWN ? "The weakness shows. " + how : how;
    }

    private static String shrunk(Decisive decisive) {
        return decisive.run().equals(decisive.shrunkRun())
                ? ""
                : " Shrunk from " + decisive.eventsBefore() + " to " + decisive.eventsAfter() + " faults and sessions.";
    }

    static String breaksByItself(Decisive decisive) {
        return "Not shown to be due to the faults: seed " + decisive.seed() + " violates " + decisive.property()
                + " without any fault as well.";
    }

    static String unknown(Decisive decisive) {
        return "Undecided: with seed " + decisive.seed() + " nobody could decide " + decisive.property() + ". "
                + decisive.explanation();
    }

    /** What there is to say of runs that do not count, to follow a summary; nothing when all count. */
    static String excused(long runs) {
        if (runs == 0) {
            return "";
        }
        return " " + (runs == 1 ? "1 more run does" : runs + " more runs do")
                + " not count, because the machine did not keep up.";
    }

    static String unrefuted(Status status, long seeds) {
        String tried = seeds == 1 ? "1 seed" : seeds + " seeds";
        return status == Status.HELD
                ? "No violation with " + tried + "."
                : "The weakness did not show with " + tried + ".";
    }

    static String replayed(Status status, Decisive decisive) {
        if (decisive == null) {
            return status == Status.HELD ? "The run keeps every property." : "The run does not show the weakness.";
        }
        return "The run ends with " + decisive.property() + " " + (status == Status.UNKNOWN ? "undecided" : "violated")
                + " at step " + decisive.step() + ": " + decisive.explanation();
    }
}
