package dev.faultline.reports;

import java.util.List;
import java.util.Objects;

/**
 * {@code claim.json}: how a claim came out.
 *
 * @param millis wall time of the whole claim
 * @param decisive the run that decided, or {@code null}
 * @param sample the directory of a run to look at, or {@code null}
 */
record ClaimFile(
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
        List<Figure> measures)
        implements Result {

    ClaimFile {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(expectation, "expectation");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(runtime, "runtime");
        workload = Objects.requireNonNullElse(workload, "");
        properties = Objects.requireNonNullElse(properties, List.of());
        faults = Objects.requireNonNullElse(faults, List.of());
        cluster = Objects.requireNonNullElse(cluster, List.of());
        measures = Objects.requireNonNullElse(measures, List.of());
    }

    /** The run that decided a claim or caught a bug, as found and as shrunk. */
    record Decisive(
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
            String replay) {

        Decisive {
            Objects.requireNonNull(property, "property");
            Objects.requireNonNull(run, "run");
            Objects.requireNonNull(shrunkRun, "shrunkRun");
            explanation = Objects.requireNonNullElse(explanation, "");
            shrunkExplanation = Objects.requireNonNullElse(shrunkExplanation, "");
            keep = Objects.requireNonNullElse(keep, "");
            replay = Objects.requireNonNullElse(replay, "");
        }
    }

    /** A measure over all runs that had a figure. */
    record Figure(String name, String unit, String formula, int runs, double mean, double min, double max) {
        Figure {
            Objects.requireNonNull(name, "name");
            unit = Objects.requireNonNullElse(unit, "");
            formula = Objects.requireNonNullElse(formula, "");
        }
    }
}
