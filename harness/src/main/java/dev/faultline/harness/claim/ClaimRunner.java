package dev.faultline.harness.claim;

import dev.faultline.harness.claim.ClaimReport.Decisive;
import dev.faultline.harness.claim.ClaimReport.Figure;
import dev.faultline.harness.fault.Capability;
import dev.faultline.harness.fault.Fault;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.record.RunDirectory;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Runtimes;
import dev.faultline.harness.scenario.Claim;
import dev.faultline.harness.scenario.Expectation;
import dev.faultline.harness.scenario.Measure;
import dev.faultline.harness.scenario.Scenario;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tries to refute a claim, and writes down what came of it. */
public final class ClaimRunner {
    private final Settings settings;
    private final NodeRuntime runtime;

    /** @throws IllegalArgumentException when there is no such runtime */
    public ClaimRunner(Settings settings) {
        this.settings = settings;
        this.runtime = Runtimes.named(settings.runtime());
    }

    /**
     * Runs a claim of a spec.
     *
     * @throws SpecProblem when the spec is not usable
     */
    public ClaimReport run(Spec spec, Method claim) {
        return run(spec, claim, spec.id(claim), spec.scenario(claim));
    }

    /** Whether the runtime repeats runs; where it does not, they take real time. */
    public boolean repeatsRuns() {
        return runtime.repeatsRuns();
    }

    /**
     * Whether {@link #run} would skip the claim, because the runtime cannot do what its scenario needs.
     *
     * @throws SpecProblem when the spec is not usable
     */
    public boolean skips(Spec spec, Method claim) {
        return obstacle(spec.scenario(claim)).isPresent();
    }

    /** Runs a scenario under a claim's name; the scenario may have a seeded bug in it. */
    ClaimReport run(Spec spec, Method claim, ClaimId id, Scenario scenario) {
        long started = System.nanoTime();
        Path directory = settings.directory(id);
        Draft draft = decide(id, scenario, directory);
        ClaimReport report = new ClaimReport(
                "claim",
                id.toString(),
                spec.system(),
                id.spec(),
                claim.getName(),
                claim.getAnnotation(Claim.class).value(),
                scenario.expectation().name(),
                scenario.properties().stream().map(Property::name).toList(),
                scenario.faults().stream().map(Fault::name).distinct().toList(),
                scenario.cluster().roles().stream()
                        .map(role -> role.name() + "×" + role.count())
                        .toList(),
                scenario.workload().describe(),
                runtime.name(),
                draft.status(),
                draft.status().isGreen(),
                draft.summary(),
                settings.isReplay() ? 1 : settings.seeds(runtime, scenario.expectation()),
                draft.seeds(),
                (System.nanoTime() - started) / 1_000_000,
                draft.decisive(),
                draft.sample(),
                draft.measures());
        RunDirectory.at(directory).writeJson(settings.report(id).getFileName().toString(), report);
        return report;
    }

    private record Draft(
            Status status, String summary, long seeds, Decisive decisive, String sample, List<Figure> measures) {}

    private Optional<String> obstacle(Scenario scenario) {
        Set<Capability> missing = new TreeSet<>(scenario.requires());
        missing.removeAll(runtime.capabilities(scenario.cluster()));
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> needed = new LinkedHashMap<>();
        missing.forEach(each -> needed.merge(
                runtime.lacks(scenario.cluster(), each), each.describe(), (some, more) -> some + ", " + more));
        return Optional.of(needed.entrySet().stream()
                .map(entry -> "needs " + entry.getValue() + ", which " + entry.getKey())
                .collect(Collectors.joining("; ", "Skipped: ", ".")));
    }

    private Draft decide(ClaimId id, Scenario scenario, Path directory) {
        Optional<String> obstacle = obstacle(scenario);
        if (obstacle.isPresent()) {
            return new Draft(Status.SKIPPED, obstacle.get(), 0, null, null, List.of());
        }
        return settings.isReplay() ? replay(id, scenario, directory) : sweep(id, scenario, directory);
    }

    private Draft sweep(ClaimId id, Scenario scenario, Path directory) {
        Control control = Control.of(scenario);
        Conviction conviction = new Conviction(runtime, settings, id, scenario, control, directory);
        long seeds = settings.seeds(runtime, scenario.expectation());
        Sweep.Result result =
                Sweep.over(1, seeds, conviction.trials(), scenario.measures(), settings.parallelism(runtime));
        if (settings.keepAll() && runtime.repeatsRuns()) {
            keepAll(id, scenario, directory, result.seeds());
        }
        List<Figure> figures = figures(scenario.measures(), result.figures());
        if (result.violation().isPresent()) {
            Decisive decisive = conviction.of(result.violation().get());
            if (!control.clears(scenario.plan(decisive.seed()), runtime, scenario.properties())) {
                return new Draft(
                        Status.NOT_SHOWN,
                        Words.breaksByItself(decisive),
                        result.seeds(),
                        decisive,
                        decisive.run(),
                        figures);
            }
            Status status = scenario.expectation() == Expectation.BREAKS ? Status.SHOWN : Status.VIOLATED;
            return new Draft(
                    status, Words.violated(status, decisive), result.seeds(), decisive, decisive.run(), figures);
        }
        if (result.unknown().isPresent()) {
            Decisive decisive = conviction.undecided(result.unknown().get());
            String summary = Words.unknown(decisive);
            return new Draft(
                    Status.UNKNOWN,
                    summary + Words.excused(result.excused()),
                    result.seeds(),
                    decisive,
                    decisive.run(),
                    figures);
        }
        return unrefuted(id, scenario, directory, result, figures);
    }

    private Draft unrefuted(ClaimId id, Scenario scenario, Path directory, Sweep.Result result, List<Figure> figures) {
        String sample = runtime.name() + "-" + result.sample();
        if (runtime.repeatsRuns()) {
            Recording.record(
                    runtime, id, scenario.plan(result.sample()), null, scenario.properties(), directory, sample);
        }
        Status status = scenario.expectation() == Expectation.HOLDS ? Status.HELD : Status.NOT_SHOWN;
        String summary = Words.unrefuted(status, result.seeds()) + Words.excused(result.excused());
        return new Draft(status, summary, result.seeds(), null, sample, figures);
    }

    private void keepAll(ClaimId id, Scenario scenario, Path directory, long seeds) {
        for (long seed = 1; seed <= seeds; seed++) {
            String run = runtime.name() + "-" + seed;
            Recording.record(runtime, id, scenario.plan(seed), null, scenario.properties(), directory, run);
        }
    }

    private Draft replay(ClaimId id, Scenario scenario, Path directory) {
        long seed = settings.seed().orElseThrow();
        RunPlan whole = scenario.plan(seed);
        RunPlan plan = settings.keep()
                .map(Reduction::parse)
                .map(keep -> keep.of(whole))
                .orElse(whole);
        String run = runtime.name() + "-" + seed + "-replay";
        String keep = settings.keep().orElse(null);
        Trial trial = Recording.record(runtime, id, plan, keep, scenario.properties(), directory, run);
        Status status = Words.status(scenario.expectation(), trial);
        Decisive decisive = trial.violation()
                .or(trial::unknown)
                .map(finding -> replayed(id, finding, run, plan, keep))
                .orElse(null);
        return new Draft(status, Words.replayed(status, decisive), 1, decisive, run, List.of());
    }

    private Decisive replayed(ClaimId id, Finding finding, String run, RunPlan plan, String keep) {
        return new Decisive(
                plan.seed(),
                finding.property(),
                finding.explanation(),
                run,
                run,
                finding.step(),
                finding.explanation(),
                plan.events(),
                plan.events(),
                0,
                keep,
                settings.replayCommand(id, plan.seed(), keep));
    }

    private static List<Figure> figures(List<Measure> measures, List<List<Double>> figures) {
        List<Figure> all = new ArrayList<>();
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            all.add(Figure.of(measure.name(), measure.unit(), measure.formula(), figures.get(i)));
        }
        return all;
    }
}
