package dev.faultline.harness.claim;

/**
 * How a seeded bug came out; {@code bug.json} in its directory.
 *
 * @param kind always {@code bug}
 * @param id see {@link ClaimId}
 * @param system the row of the report
 * @param spec the spec's class
 * @param bug its name
 * @param description what is wrong
 * @param runtime where the nodes ran
 * @param status CAUGHT when the witness convicted it and not the correct program, or, without a witness, when a seed did
 * @param green whether it was caught
 * @param summary one sentence in plain words
 * @param millis wall time, shrinking included
 * @param witness what the scripted schedule showed, or {@code null} where the runtime can follow none
 * @param sweep what the random sweep showed, or {@code null} when the spec has no {@code holds} claim
 */
public record BugReport(
        String kind,
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
        Sweep sweep) {

    /**
     * What the witness showed.
     *
     * @param caught whether the wrong program violated the property in the script
     * @param property the property
     * @param explanation why it is a violation, or why it was not shown
     * @param moves how many moves the script made with the wrong program
     * @param correctHeld whether the correct program kept the property
     * @param correctLeft where the correct program left the script, or {@code null} when it went along to the end
     * @param run the directory of the run, within the bug's
     */
    public record Witness(
            boolean caught,
            String property,
            String explanation,
            int moves,
            boolean correctHeld,
            String correctLeft,
            String run) {}

    /**
     * What the sweep over the spec's {@code holds} claims showed.
     *
     * @param caught whether a seed convicted the bug
     * @param claim the claim whose scenario it was, or {@code null}
     * @param seeds how many seeds were tried with each claim, up to the convicting one
     * @param decisive the run, or {@code null}
     */
    public record Sweep(boolean caught, String claim, long seeds, ClaimReport.Decisive decisive) {}
}
