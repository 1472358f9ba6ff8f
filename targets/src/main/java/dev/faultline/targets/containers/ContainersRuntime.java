package dev.faultline.targets.containers;

import dev.faultline.harness.cluster.Cluster;
import dev.faultline.harness.fault.Capability;
import dev.faultline.harness.node.NodeId;
import dev.faultline.harness.property.Monitor;
import dev.faultline.harness.runtime.NodeRuntime;
import dev.faultline.harness.runtime.Run;
import dev.faultline.harness.runtime.RunPlan;
import dev.faultline.harness.runtime.Trace;
import dev.faultline.harness.scenario.Expectation;
import dev.faultline.harness.scenario.Script;
import dev.faultline.targets.foreign.ForeignProgram;
import dev.faultline.targets.foreign.RealNodes;
import dev.faultline.targets.live.LiveRun;
import dev.faultline.targets.live.ProxiedSite;
import dev.faultline.targets.live.TemporaryDirectory;
import dev.faultline.targets.live.ToxiproxyLinks;
import dev.faultline.targets.processes.ClassPath;
import java.nio.file.Path;
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
        return expectation == Expectation.HOLDS ? 1 : 40;
    }

    @Override
    public Set<Capability> capabilities(Cluster cluster) {
        return ForeignProgram.of(cluster)
                .map(program -> RealNodes.foreign(program.image()))
                .orElseGet(ContainersRuntime::ofNodes);
    }

    private static Set<Capability> ofNodes() {
        Set<Capability> all = EnumSet.copyOf(RealNodes.capabilities(false));
        all.addAll(Capability.OF_MACHINES);
        return all;
    }

    @Override
    public String lacks(Cluster cluster, Capability capability) {
        return RealNodes.lacks(cluster, capability);
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
                ProxiedSite site = site(place, name, plan, trace, directory)) {
            ToxiproxyLinks links = new ToxiproxyLinks(place.toxiproxy(), false); // which end with their server
            site.connect(links);
            return LiveRun.of(plan, site, links, monitors, trace);
        }
    }

    private static ProxiedSite site(Place place, String name, RunPlan plan, Trace trace, TemporaryDirectory directory) {
        List<NodeId> nodes = new ArrayList<>(plan.cluster().nodes().keySet());
        Path logs = trace.nodeLogs().orElse(directory.path());
        Optional<ForeignProgram> foreign = ForeignProgram.of(plan.cluster());
        if (foreign.isPresent()) {
            return new ImageSite(place, name, foreign.get(), nodes, logs);
        }
        ClassLoader loader = plan.cluster().roles().get(0).program().getClass().getClassLoader();
        return new ContainerSite(
                place,
                name,
                NodeImage.of(ClassPath.of(loader)),
                plan.cluster().roles(),
                nodes,
                plan.seed(),
                directory.path(),
                logs);
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
