package dev.faultline.targets.containers;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Capability;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Expectation;
import dev.faultline.harness.scenario.Script;
import dev.faultline.targets.live.LiveRun;
import dev.faultline.targets.live.TemporaryDirectory;
import dev.faultline.targets.live.ToxiproxyLinks;
import dev.faultline.targets.processes.ClassPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** {@code containers}: every node is a container, and every directed link leads through the real Toxiproxy in another one. */
public final class ContainersRuntime implements NodeRuntime {
    private static final AtomicLong RUNS = new AtomicLong();

    @Override
    public String name() {
        return "containers";
    }

    @Override
    public boolean repeatsRuns() {
        return false;
    }

    @Override
    public int seeds(Expectation expectation) {
        return expectation == Expectation.HOLDS ? 1 : 10;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.STATE, Capability.LOSS, Capability.DUPLICATION));
    }

    @Override
    public String lacks(Capability capability) {
        return capability == Capability.STATE ? "only a simulation can show" : "TCP links do not have";
    }

    @Override
    public Optional<String> unavailable() {
        return Docker.unavailable();
    }

    @Override
    public Run run(RunPlan plan, List<Monitor> monitors, Trace trace) {
        String name = "faultline-" + ProcessHandle.current().pid() + "-" + RUNS.incrementAndGet();
        try (TemporaryDirectory directory = TemporaryDirectory.named(name);
                Place place = new Place(name);
                ContainerSite site = site(place, name, plan, trace, directory)) {
            ToxiproxyLinks links = new ToxiproxyLinks(place.toxiproxy()); // which end with their server
            site.connect(links);
            return LiveRun.of(plan, site, links, monitors, trace);
        }
    }

    private static ContainerSite site(
            Place place, String name, RunPlan plan, Trace trace, TemporaryDirectory directory) {
        ClassLoader loader = plan.cluster().roles().get(0).program().getClass().getClassLoader();
        return new ContainerSite(
                place,
                name,
                NodeImage.of(ClassPath.of(loader)),
                plan.cluster().roles(),
                new ArrayList<>(plan.cluster().nodes().keySet()),
                plan.seed(),
                directory.path(),
                trace.nodeLogs().orElse(directory.path()));
    }

    @Override
    public Duration slack() {
        return LiveRun.SLACK;
    }

    /** Messages between real containers cannot be held in the hand. */
    @Override
    public Optional<ScriptedRun> script(Cluster cluster, Consumer<Script> script, List<Monitor> monitors, Trace trace) {
        return Optional.empty();
    }
}
