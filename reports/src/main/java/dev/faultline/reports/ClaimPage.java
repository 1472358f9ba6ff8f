package dev.faultline.reports;

import dev.faultline.reports.ClaimFile.Decisive;
import dev.faultline.reports.ClaimFile.Figure;
import dev.faultline.reports.RunRoot.Damage;
import dev.faultline.reports.RunRoot.Filed;
import dev.faultline.reports.RunView.Fact;
import dev.faultline.reports.RunView.Show;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of a claim.
 *
 * @param expected what was claimed, in words
 * @param counterexample nothing when no run violates anything
 * @param sample the run of a claim that nothing decided
 * @param raw the claim's own file
 */
record ClaimPage(
        String base,
        ClaimFile claim,
        String expected,
        List<Fact> facts,
        List<Measured> measures,
        Optional<Counterexample> counterexample,
        Optional<Undecided> undecided,
        Optional<RunView> sample,
        Site.Link raw,
        Path directory) {

    /** A measure beside the textbook's formula. */
    record Measured(String name, String mean, String range, String runs, String formula) {}

    /** A violating run as found, and as shrunk where it was; a run that was not is shown once. */
    record Counterexample(Decisive decisive, String shrunkFrom, Optional<RunView> found, RunView shrunk) {
        Stream<RunView> runs() {
            return Stream.concat(found.stream(), Stream.of(shrunk));
        }

        static Counterexample of(Decisive decisive, Path directory, Site site) {
            RunView shown = RunView.of(directory, decisive.shrunkRun(), "shrunk", Show.COUNTEREXAMPLE, site);
            if (decisive.run().equals(decisive.shrunkRun())) {
                return new Counterexample(decisive, "", Optional.empty(), shown);
            }
            String shrunkFrom = "Shrunk from " + decisive.eventsBefore() + " to " + decisive.eventsAfter()
                    + " faults and sessions in " + Wording.count(decisive.shrinkRuns(), "run")
                    + "; the shrunk run shows it after " + Wording.count(decisive.step(), "step") + ".";
            return new Counterexample(
                    decisive,
                    shrunkFrom,
                    Optional.of(RunView.of(directory, decisive.run(), "found", Show.COURSE, site)),
                    shown);
        }
    }

    /** A run that no checker could decide. */
    record Undecided(Decisive decisive, RunView run) {}

    static ClaimPage of(Filed<ClaimFile> filed, Site site) {
        ClaimFile claim = filed.report();
        Path directory = filed.directory();
        Optional<Decisive> decisive = Optional.ofNullable(claim.decisive());
        boolean isUnknown = claim.status() == Status.UNKNOWN;
        return new ClaimPage(
                "../",
                claim,
                expected(claim.expectation()),
                facts(claim),
                claim.measures().stream().map(ClaimPage::measured).toList(),
                decisive.filter(run -> !isUnknown).map(run -> Counterexample.of(run, directory, site)),
                decisive.filter(run -> isUnknown)
                        .map(run ->
                                new Undecided(run, RunView.of(directory, run.run(), "undecided", Show.COURSE, site))),
                Optional.ofNullable(claim.sample())
                        .filter(sample -> decisive.isEmpty())
                        .map(sample -> RunView.of(directory, sample, "sample", Show.BEGINNING, site)),
                site.copyReport(directory.resolve("claim.json"), Site.name(directory)),
                directory);
    }

    private static String expected(String expectation) {
        return switch (expectation) {
            case "HOLDS" -> "Claimed to hold: no seed may violate it.";
            case "BREAKS" -> "Claimed to break: some seed must show it.";
            default -> expectation;
        };
    }

    private static List<Fact> facts(ClaimFile claim) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("system", claim.system()));
        facts.add(new Fact("claim", claim.id()));
        facts.add(new Fact("properties", String.join(", ", claim.properties())));
        facts.add(new Fact("faults", claim.faults().isEmpty() ? "none" : String.join(", ", claim.faults())));
        facts.add(new Fact("cluster", String.join(", ", claim.cluster())));
        facts.add(new Fact("workload", claim.workload()));
        facts.add(new Fact("runtime", claim.runtime()));
        facts.add(new Fact("seeds", claim.seedsRun() + " of " + claim.seedsPlanned() + " planned"));
        facts.add(new Fact("took", Wording.wallTime(claim.millis())));
        return facts;
    }

    private static Measured measured(Figure figure) {
        String unit = figure.unit().isEmpty() ? "" : " " + figure.unit();
        boolean none = figure.runs() == 0;
        return new Measured(
                figure.name(),
                none ? "nothing to measure" : Wording.number(figure.mean()) + unit,
                none ? "" : Wording.number(figure.min()) + " to " + Wording.number(figure.max()) + unit,
                figure.runs() + "",
                figure.formula());
    }

    Status status() {
        return claim.status();
    }

    boolean hasMeasures() {
        return !measures.isEmpty();
    }

    /** What could not be read, with its place. */
    List<Damage> damaged() {
        return runs().flatMap(run -> run.damagedUnder(directory).stream()).toList();
    }

    /** The runs that the page shows. */
    Stream<RunView> runs() {
        return Stream.of(
                        counterexample.stream().flatMap(Counterexample::runs),
                        undecided.stream().map(Undecided::run),
                        sample.stream())
                .flatMap(each -> each);
    }
}
