package dev.faultline.harness.claim;

import java.util.List;

/**
 * How a claim came out; {@code claim.json} in its directory.
 *
 * @param kind always {@code claim}
 * @param id see {@link ClaimId}
 * @param system the row of the report
 * @param spec the spec's class
 * @param claim the claim's method
 * @param title the claim in one sentence
 * @param expectation HOLDS or BREAKS
 * @param properties what is claimed to hold or to break
 * @param faults what the runs were under
 * @param cluster the roles with their sizes, such as {@code node×5}
 * @param workload what the clients did
 * @param runtime where the nodes ran
 * @param status how it came out
 * @param green whether that is what was claimed
 * @param summary one sentence in plain words
 * @param seedsPlanned how many seeds were to be tried
 * @param seedsRun how many count: all, or up to the one that decided
 * @param millis wall time of the whole claim, shrinking included
 * @param decisive the run that decided, or {@code null} when none did
 * @param sample the directory of a run to look at, or {@code null}
 * @param measures the figures
 */
public record ClaimReport(
        String kind,
        String id,
        String system,
        String spec,
        String claim,
        String title,
        String expectation,
        List<String> properties,
        List<String> faults,
        List<String> cluster,
        String workload,
        String runtime,
        Status status,
        boolean green,
        String summary,
        long seedsPlanned,
        long seedsRun,
        long millis,
        Decisive decisive,
        String sample,
        List<Figure> measures) {

    /**
     * The run that decided a claim, as found and as shrunk.
     *
     * @param seed its seed
     * @param property the property that it violated, or that nobody could decide
     * @param explanation why, in plain words
     * @param run the directory of the run, within the claim's
     * @param shrunkRun the directory of the shrunk run, within the claim's
     * @param step how many events the nodes of the shrunk run handled when it went wrong, or at its end
     * @param shrunkExplanation why the shrunk run is a violation
     * @param eventsBefore faults and sessions of the schedule as found
     * @param eventsAfter faults and sessions of the shrunk schedule
     * @param shrinkRuns how many runs the shrinking took
     * @param keep the {@link Reduction}
     * @param replay the command that runs the shrunk schedule again
     */
    public record Decisive(
            long seed,
            String property,
            String explanation,
            String run,
            String shrunkRun,
            long step,
            String shrunkExplanation,
            int eventsBefore,
            int eventsAfter,
            int shrinkRuns,
            String keep,
            String replay) {}

    /**
     * A measure over all runs that had a figure.
     *
     * @param name what was measured
     * @param unit its unit, or empty
     * @param formula the textbook's formula, or empty
     * @param runs how many runs had a figure; without any, the three below are 0
     */
    public record Figure(String name, String unit, String formula, int runs, double mean, double min, double max) {

        static Figure of(String name, String unit, String formula, List<Double> figures) {
            var statistics = figures.stream().mapToDouble(Double::doubleValue).summaryStatistics();
            boolean none = figures.isEmpty();
            return new Figure(
                    name,
                    unit,
                    formula,
                    figures.size(),
                    statistics.getAverage(),
                    none ? 0 : statistics.getMin(),
                    none ? 0 : statistics.getMax());
        }
    }
}
