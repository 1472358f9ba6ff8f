package dev.faultline.harness.claim;

import dev.faultline.harness.claim.ClaimReport.Decisive;
import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.record.RunDirectory;
import dev.faultline.harness.record.TraceLines;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.NodeRuntime.ScriptedRun;
import dev.faultline.harness.runtime.Runtimes;
import dev.faultline.harness.scenario.Expectation;
import dev.faultline.harness.scenario.Scenario;
import dev.faultline.harness.scenario.SeededBug;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tries to catch a seeded bug: by its witness, which must, and by a sweep, which may. */
public final class BugRunner {
    /** How many seeds a claim's turn takes in a sweep. */
    private static final int TURN = 10;

    private final Settings settings;
    private final NodeRuntime runtime;

    /** @throws IllegalArgumentException when there is no such runtime */
    public BugRunner(Settings settings) {
        this.settings = settings;
        this.runtime = Runtimes.named(settings.runtime());
    }

    private record Scripted(Trial trial, int moves, Optional<String> left, List<String> trace) {}

    /**
     * Runs a seeded bug of a spec.
     *
     * @throws SpecProblem when the spec is not usable
     */
    public BugReport run(Spec spec, SeededBug bug) {
        long started = System.nanoTime();
        ClaimId id = ClaimId.bug(spec.type().getName(), bug.name());
        Path directory = settings.directory(id);
        BugReport.Witness witness = runtime.repeatsRuns() ? witness(id, bug, directory) : null;
        BugReport.Sweep sweep = sweep(spec, bug, directory);
        Status status = status(witness, sweep);
        BugReport report = new BugReport(
                "bug",
                id.toString(),
                spec.system(),
                id.spec(),
                bug.name(),
                bug.description(),
                runtime.name(),
                status,
                status.isGreen(),
                summary(witness, sweep),
                (System.nanoTime() - started) / 1_000_000,
                witness,
                sweep);
        RunDirectory.at(directory).writeJson(settings.report(id).getFileName().toString(), report);
        return report;
    }

    /** Where no witness can be played, only a seed can catch the bug, and a bug that none catches says nothing. */
    private static Status status(BugReport.Witness witness, BugReport.Sweep sweep) {
        if (witness == null) {
            return sweep != null && sweep.caught() ? Status.CAUGHT : Status.SKIPPED;
        }
        return witness.caught() && witness.correctHeld() ? Status.CAUGHT : Status.SURVIVED;
    }

    BugReport.Witness witness(ClaimId id, SeededBug bug, Path directory) {
        Scripted wrong = play(bug, bug.in(bug.cluster()));
        Scripted correct = play(bug, bug.cluster());
        Optional<Finding> violation = wrong.trial().violation();
        RunReport report = RunReport.of(id.toString(), runtime.name(), null, null, 0, 0, wrong.trial());
        Recording.write(wrong.trial(), report, wrong.trace(), directory.resolve("witness"));
        return new BugReport.Witness(
                violation.isPresent(),
                bug.violates().name(),
                violation.map(Finding::explanation).orElseGet(() -> notShown(wrong)),
                wrong.moves(),
                correct.trial().violation().isEmpty()
                        && correct.trial().unknown().isEmpty(),
                correct.left().orElse(null),
                "witness");
    }

    private static String notShown(Scripted wrong) {
        return wrong.left()
                .map(left -> "The wrong program left the script " + left + ".")
                .orElse("The wrong program kept the property to the end of the script.");
    }

    private Scripted play(SeededBug bug, Cluster cluster) {
        List<Property> properties = List.of(bug.violates());
        List<Monitor> monitors = List.of(bug.violates().monitor(cluster));
        List<String> trace = new ArrayList<>();
        ScriptedRun[] scripted = new ScriptedRun[1];
        Trial trial = Trial.judged(properties, monitors, watching -> {
            scripted[0] = runtime.script(cluster, bug.witness(), watching, new TraceLines(trace::add))
                    .orElseThrow(() -> new IllegalArgumentException("The runtime '" + runtime.name()
                            + "' cannot follow a script, so no witness can be played. Use the runtime 'simulation'."));
            return scripted[0].run();
        });
        return new Scripted(trial, scripted[0].moves(), scripted[0].left(), trace);
    }

    /** The spec's {@code holds} claims take turns, a few seeds at a time, so that the quickest one to convict is found. */
    private BugReport.Sweep sweep(Spec spec, SeededBug bug, Path directory) {
        Map<Method, Scenario> scenarios = spec.scenarios();
        scenarios
                .values()
                .removeIf(scenario -> scenario.expectation() == Expectation.BREAKS
                        || !scenario.cluster().hasRole(bug.role()));
        if (scenarios.isEmpty()) {
            return null;
        }
        scenarios.values().removeIf(scenario -> !runtime.capabilities(scenario.cluster())
                .containsAll(scenario.requires()));
        int seeds = runtime.repeatsRuns() ? Settings.BUG_SEEDS : settings.seeds(runtime, Expectation.HOLDS);
        for (long from = 1; from <= seeds; from += TURN) {
            for (Map.Entry<Method, Scenario> entry : scenarios.entrySet()) {
                Optional<Decisive> decisive = turn(spec, bug, entry, from, Math.min(seeds, from + TURN - 1), directory);
                if (decisive.isPresent()) {
                    String claim = entry.getKey().getName();
                    return new BugReport.Sweep(true, claim, decisive.get().seed(), decisive.get());
                }
            }
        }
        return new BugReport.Sweep(false, null, scenarios.isEmpty() ? 0 : seeds, null);
    }

    /** Tries some seeds of a claim on the wrong program. */
    private Optional<Decisive> turn(
            Spec spec, SeededBug bug, Map.Entry<Method, Scenario> claim, long first, long last, Path directory) {
        Cluster correct = claim.getValue().cluster();
        Scenario scenario = claim.getValue().on(bug.in(correct));
        Control control = Control.of(bug, correct);
        ClaimId id = spec.id(claim.getKey()).with(bug.name());
        Conviction conviction = new Conviction(runtime, settings, id, scenario, control, directory);
        return Sweep.over(first, last, conviction.trials(), scenario.measures(), settings.parallelism(runtime))
                .violation()
                .filter(found -> control.clears(scenario.plan(found.seed()), runtime, scenario.properties()))
                .map(conviction::of);
    }

    private static String summary(BugReport.Witness witness, BugReport.Sweep sweep) {
        if (witness == null) {
            return sweep != null && sweep.caught()
                    ? "Seed " + sweep.decisive().seed() + " of " + sweep.claim() + " finds it ("
                            + sweep.decisive().property() + ")."
                    : "Skipped: its witness needs a script, which only a simulation can follow, and no seed found it.";
        }
        if (!witness.caught()) {
            return "The witness did not convict it. " + witness.explanation();
        }
        if (!witness.correctHeld()) {
            return "The witness convicts the correct program too, so it proves nothing.";
        }
        String byWitness = "The witness shows " + witness.property() + " violated after " + witness.moves() + " moves";
        if (sweep == null || !sweep.caught()) {
            return byWitness + "; the sweep did not find it.";
        }
        return byWitness + "; the sweep finds it with seed " + sweep.decisive().seed() + " of " + sweep.claim() + " ("
                + sweep.decisive().property() + ").";
    }
}
