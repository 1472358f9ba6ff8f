package dev.faultline.reports;

import dev.faultline.reports.BugFile.Witness;
import dev.faultline.reports.ClaimPage.Counterexample;
import dev.faultline.reports.RunRoot.Damage;
import dev.faultline.reports.RunRoot.Filed;
import dev.faultline.reports.RunView.Fact;
import dev.faultline.reports.RunView.Show;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of a seeded bug.
 *
 * @param witness the script's run; nothing where the runtime could not play it
 * @param convicted what the witness showed of the wrong program, in words
 * @param correct what it showed of the correct program, in words
 * @param swept what the sweep showed, in words
 * @param counterexample the run of the sweep, if it found one
 * @param raw the bug's own file
 */
record BugPage(
        String base,
        BugFile bug,
        List<Fact> facts,
        String convicted,
        String correct,
        Optional<RunView> witness,
        String swept,
        Optional<Counterexample> counterexample,
        Site.Link raw,
        Path directory) {

    static BugPage of(Filed<BugFile> filed, Site site) {
        BugFile bug = filed.report();
        Path directory = filed.directory();
        Optional<Witness> witness = Optional.ofNullable(bug.witness());
        List<Fact> facts = List.of(
                new Fact("system", bug.system()),
                new Fact("bug", bug.id()),
                new Fact("runtime", bug.runtime()),
                new Fact("took", Wording.wallTime(bug.millis())));
        return new BugPage(
                "../",
                bug,
                facts,
                witness.map(BugPage::convicted).orElse(""),
                witness.map(BugPage::correct).orElse(""),
                witness.map(run -> RunView.of(directory, run.run(), "witness", Show.COUNTEREXAMPLE, site)),
                swept(bug.sweep()),
                Optional.ofNullable(bug.sweep())
                        .flatMap(sweep -> Optional.ofNullable(sweep.decisive()))
                        .map(run -> Counterexample.of(run, directory, site)),
                site.copyReport(directory.resolve("bug.json"), Site.name(directory)),
                directory);
    }

    private static String convicted(Witness witness) {
        String moves = Wording.count(witness.moves(), "move");
        return witness.caught()
                ? "In " + moves + " the wrong program violates " + witness.property() + "."
                : "In " + moves + " the wrong program does not violate " + witness.property() + ".";
    }

    private static String correct(Witness witness) {
        String kept = witness.correctHeld()
                ? "The correct program keeps the property"
                : "The correct program does not keep the property either, so the witness proves nothing";
        return witness.correctLeft() == null
                ? kept + "; it goes along with the script to the end."
                : kept + "; it leaves the script " + witness.correctLeft() + ".";
    }

    private static String swept(BugFile.Sweep sweep) {
        if (sweep == null) {
            return "There was no sweep: the spec claims of nothing that it holds.";
        }
        if (sweep.seeds() == 0) {
            return "There was no sweep: every claim needs something that the runtime cannot do.";
        }
        return sweep.caught()
                ? "Of random schedules, seed " + sweep.seeds() + " of the claim " + sweep.claim() + " convicts it."
                : "No claim convicts it with " + Wording.count(sweep.seeds(), "seed") + ".";
    }

    Status status() {
        return bug.status();
    }

    /** What could not be read, with its place. */
    List<Damage> damaged() {
        return runs().flatMap(run -> run.damagedUnder(directory).stream()).toList();
    }

    /** The runs that the page shows. */
    Stream<RunView> runs() {
        return Stream.concat(witness.stream(), counterexample.stream().flatMap(Counterexample::runs));
    }
}
