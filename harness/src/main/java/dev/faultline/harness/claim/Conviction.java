package dev.faultline.harness.claim;

import dev.faultline.harness.claim.ClaimReport.Decisive;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Works up a violating seed: records it, shrinks it, records the shrunk run, and says how to replay it. A run that cannot be
 * repeated has been recorded as it happened, and stays as it is.
 */
record Conviction(
        NodeRuntime runtime, Settings settings, ClaimId id, Scenario scenario, Control control, Path directory) {

    /** How seeds are tried so that they can be worked up. */
    LongFunction<Trial> trials() {
        return runtime.repeatsRuns()
                ? seed -> Trial.of(runtime, scenario.plan(seed), scenario.properties(), Trace.NONE)
                : seed -> record(seed);
    }

    private Trial record(long seed) {
        return Recording.record(runtime, id, scenario.plan(seed), null, scenario.properties(), directory, name(seed));
    }

    /** Runs of a seeded bug are recorded as they happen under several claims, so each has its claim in its name. */
    private String name(long seed) {
        String claim =
                id.bug().isPresent() && !runtime.repeatsRuns() ? id.claim().orElseThrow() + "-" : "";
        return claim + runtime.name() + "-" + seed;
    }

    Decisive of(Sweep.Found found) {
        if (!runtime.repeatsRuns()) {
            return asFound(found, found.finding().step());
        }
        RunPlan plan = scenario.plan(found.seed());
        List<Property> properties = scenario.properties();
        String run = name(found.seed());
        record(found.seed());
        Shrinker.Shrunk shrunk =
                Shrinker.shrink(runtime, plan, properties, found.finding(), control, settings.shrinking());
        String keep = shrunk.reduction().toString();
        Trial trial = Recording.record(runtime, id, shrunk.plan(), keep, properties, directory, run + "-shrunk");
        Finding again = trial.violation().orElse(found.finding());
        return new Decisive(
                found.seed(),
                again.property(),
                found.finding().explanation(),
                run,
                run + "-shrunk",
                again.step(),
                again.explanation(),
                plan.events(),
                shrunk.plan().events(),
                shrunk.runs(),
                keep,
                settings.replayCommand(id, found.seed(), keep));
    }

    /** A run that nobody could decide is recorded as it is: there is nothing to shrink towards. */
    Decisive undecided(Sweep.Found found) {
        if (!runtime.repeatsRuns()) {
            return asFound(found, found.finding().step());
        }
        return asFound(found, record(found.seed()).run().steps());
    }

    private Decisive asFound(Sweep.Found found, long steps) {
        RunPlan plan = scenario.plan(found.seed());
        String run = name(found.seed());
        return new Decisive(
                found.seed(),
                found.finding().property(),
                found.finding().explanation(),
                run,
                run,
                steps,
                found.finding().explanation(),
                plan.events(),
                plan.events(),
                0,
                null,
                settings.replayCommand(id, found.seed(), null));
    }
}
