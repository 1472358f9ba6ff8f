package dev.faultline.harness.claim;

import dev.faultline.checkers.Verdict;
import dev.faultline.harness.claim.ClaimReport.Decisive;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Runs one schedule again: a seed of a claim, the same with a seeded bug in the system, or a seeded bug's witness. */
public final class Replay {
    private final Spec spec;
    private final Settings settings;

    private Replay(Spec spec, Settings settings) {
        this.spec = spec;
        this.settings = settings;
    }

    /**
     * What the run showed.
     *
     * @param verdict whether the properties hold in this run, whatever was claimed about them
     * @param summary the verdict in plain words
     * @param property what was violated or left undecided, or every property of the claim
     * @param step how many events the nodes handled when it went wrong; empty when it did not, and for a witness
     * @param run the directory of the run
     */
    public record Outcome(Verdict verdict, String summary, String property, OptionalLong step, Path run) {}

    /**
     * Replays what the id names.
     *
     * @param spec the spec that the id names
     * @param settings with the seed, unless it is a witness
     * @throws SpecProblem when the spec is not usable, or has no such claim or bug
     * @throws IllegalArgumentException for a malformed part of the schedule, or an unknown runtime
     */
    public static Outcome of(ClaimId id, Spec spec, Settings settings) {
        Replay replay = new Replay(spec, settings);
        return id.claim().isPresent() ? replay.claim(id) : replay.witness(id);
    }

    private Outcome claim(ClaimId id) {
        Method claim = spec.claims().stream()
                .filter(method -> method.getName().equals(id.claim().orElseThrow()))
                .findFirst()
                .orElseThrow(() -> SpecProblem.unknownClaim(
                        id, spec.claims().stream().map(Method::getName).toList()));
        Scenario scenario = spec.scenario(claim);
        if (id.bug().isPresent()) {
            scenario = scenario.on(bug(id).in(scenario.cluster()));
        }
        return outcome(new ClaimRunner(settings).run(spec, claim, id, scenario), settings.directory(id));
    }

    private Outcome outcome(ClaimReport report, Path directory) {
        if (report.status() == Status.SKIPPED) {
            return new Outcome(Verdict.UNKNOWN, report.summary(), properties(report), OptionalLong.empty(), directory);
        }
        Decisive decisive = report.decisive();
        Path run = directory.resolve(report.sample());
        if (decisive == null) {
            return new Outcome(Verdict.VALID, report.summary(), properties(report), OptionalLong.empty(), run);
        }
        Verdict verdict = report.status() == Status.UNKNOWN ? Verdict.UNKNOWN : Verdict.INVALID;
        return new Outcome(verdict, report.summary(), decisive.property(), OptionalLong.of(decisive.step()), run);
    }

    private static String properties(ClaimReport report) {
        return String.join(", ", report.properties());
    }

    private Outcome witness(ClaimId id) {
        SeededBug bug = bug(id);
        Path directory = settings.directory(id);
        BugReport.Witness witness = new BugRunner(settings).witness(id, bug, directory);
        String summary = witness.caught()
                ? "The witness shows " + witness.property() + " violated after " + witness.moves() + " moves: "
                        + witness.explanation()
                : "The witness does not convict the seeded bug. " + witness.explanation();
        return new Outcome(
                witness.caught() ? Verdict.INVALID : Verdict.VALID,
                summary,
                witness.property(),
                OptionalLong.empty(),
                directory.resolve(witness.run()));
    }

    private SeededBug bug(ClaimId id) {
        List<SeededBug> bugs = spec.bugs();
        return bugs.stream()
                .filter(bug -> bug.name().equals(id.bug().orElseThrow()))
                .findFirst()
                .orElseThrow(() -> SpecProblem.unknownClaim(
                        id, bugs.stream().map(bug -> "@" + bug.name()).toList()));
    }
}
