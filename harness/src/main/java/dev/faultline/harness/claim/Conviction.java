package dev.faultline.harness.claim;

import dev.faultline.harness.claim.ClaimReport.Decisive;
import dev.faultline.harness.property.Property;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.scenario.Scenario;
import java.nio.file.Path;
import java.util.List;

/** Works up a violating seed: records it, shrinks it, records the shrunk run, and says how to replay it. */
record Conviction(
        NodeRuntime runtime, Settings settings, ClaimId id, Scenario scenario, Control control, Path directory) {

    Decisive of(Sweep.Found found) {
        RunPlan plan = scenario.plan(found.seed());
        List<Property> properties = scenario.properties();
        String run = runtime.name() + "-" + found.seed();
        Recording.record(runtime, id, plan, null, properties, directory, run);
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
        RunPlan plan = scenario.plan(found.seed());
        String run = runtime.name() + "-" + found.seed();
        Trial trial = Recording.record(runtime, id, plan, null, scenario.properties(), directory, run);
        return new Decisive(
                found.seed(),
                found.finding().property(),
                found.finding().explanation(),
                run,
                run,
                trial.run().steps(),
                found.finding().explanation(),
                plan.events(),
                plan.events(),
                0,
                null,
                settings.replayCommand(id, found.seed(), null));
    }
}
