package dev.faultline.checkers.monitor;

import dev.faultline.checkers.CheckResult;
import dev.faultline.checkers.Verdict;
import dev.faultline.checkers.history.History;
import java.util.Optional;

/**
 * Registers, each of whose values is written once: Gibbons and Korach, "Testing shared memories" (SIAM Journal on Computing
 * 1997), section 4.1. O(n): the order of the events is given, so nothing has to be sorted.
 *
 * @param model the model's name
 * @param cells what the values are made of
 */
record RegisterMonitor(String model, Cells cells) implements Monitor {

    @Override
    public Optional<Verdict> decide(History history) {
        return clusters(history)
                .map(clusters ->
                        contradiction(clusters, clusters.spans().events()).isPresent()
                                ? Verdict.INVALID
                                : Verdict.VALID);
    }

    @Override
    public Optional<CheckResult> check(History history) {
        return clusters(history).map(this::result);
    }

    private Optional<Clusters> clusters(History history) {
        Clusters clusters = new Clusters(Spans.of(history), cells);
        return clusters.areAmbiguous() ? Optional.empty() : Optional.of(clusters);
    }

    private static Optional<Pattern> contradiction(Clusters clusters, int events) {
        return new ZoneSweep(new Zones(clusters, events)).contradiction();
    }

    private CheckResult result(Clusters clusters) {
        Outcome outcome = new Outcome(model, "Gibbons and Korach's zones", clusters.spans());
        return contradiction(clusters, clusters.spans().events()).isPresent()
                ? outcome.invalid(events -> contradiction(clusters, events))
                : outcome.valid(
                        new RegisterWitness(new Zones(clusters, clusters.spans().events())).order());
    }
}
