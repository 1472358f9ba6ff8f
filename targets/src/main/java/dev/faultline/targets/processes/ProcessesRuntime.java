package dev.faultline.targets.processes;

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
import dev.faultline.targets.live.LiveRun;
import dev.faultline.targets.live.TemporaryDirectory;
import dev.faultline.targets.live.ToxiproxyLinks;
import dev.faultline.targets.proxy.ProxyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Every node is a JVM on this machine, and every directed link leads through a proxy of its own. Time is real. */
public abstract class ProcessesRuntime implements NodeRuntime {
    private static final AtomicLong RUNS = new AtomicLong();

    private final String name;

    ProcessesRuntime(String name) {
        this.name = name;
    }

    /** The proxies' server, started when it is first asked for. */
    abstract ProxyServer server();

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean repeatsRuns() {
        return false;
    }

    @Override
    public int seeds(Expectation expectation) {
        return expectation == Expectation.HOLDS ? 1 : 10;
    }

    /** Everything but what only a simulation can show and what takes machines. */
    @Override
    public Set<Capability> capabilities() {
        Set<Capability> all = EnumSet.complementOf(EnumSet.of(Capability.STATE));
        all.removeAll(Capability.OF_MACHINES);
        return all;
    }

    @Override
    public String lacks(Capability capability) {
        if (Capability.OF_MACHINES.contains(capability)) {
            return "only containers have";
        }
        return capability == Capability.STATE ? "only a simulation can show" : "TCP links do not have";
    }

    @Override
    public Run run(RunPlan plan, List<Monitor> monitors, Trace trace) {
        String run = "run" + ProcessHandle.current().pid() + "-" + RUNS.incrementAndGet();
        try (TemporaryDirectory directory = TemporaryDirectory.named("faultline-" + run);
                ProcessSite site = site(plan, trace, directory);
                ToxiproxyLinks links = new ToxiproxyLinks(server())) {
            site.connect(links, run);
            return LiveRun.of(plan, site, links, monitors, trace);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static ProcessSite site(RunPlan plan, Trace trace, TemporaryDirectory directory) throws IOException {
        List<NodeId> nodes = new ArrayList<>(plan.cluster().nodes().keySet());
        ClassLoader loader = plan.cluster().roles().get(0).program().getClass().getClassLoader();
        return new ProcessSite(
                plan.cluster().roles(),
                nodes,
                plan.seed(),
                directory.path(),
                trace.nodeLogs().orElse(directory.path()),
                new JavaCommand(ClassPath.of(loader)));
    }

    @Override
    public Duration slack() {
        return LiveRun.SLACK;
    }

    /** Messages between real processes cannot be held in the hand. */
    @Override
    public Optional<ScriptedRun> script(Cluster cluster, Consumer<Script> script, List<Monitor> monitors, Trace trace) {
        return Optional.empty();
    }
}
