package dev.faultline.harness.fake;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Script;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A {@link FakeRuntime} that cannot follow scripts, as real systems cannot. */
public final class UnscriptedRuntime extends FakeRuntime {
    @Override
    public String name() {
        return "unscripted";
    }

    @Override
    public Optional<ScriptedRun> script(Cluster cluster, Consumer<Script> script, List<Monitor> monitors, Trace trace) {
        return Optional.empty();
    }
}
