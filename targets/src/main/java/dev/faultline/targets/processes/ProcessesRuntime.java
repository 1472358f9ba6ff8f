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
import dev.faultline.targets.foreign.ForeignProgram;
import dev.faultline.targets.foreign.RealNodes;
import dev.faultline.targets.live.LiveRun;
import dev.faultline.targets.live.ProxiedSite;
import dev.faultline.targets.live.TemporaryDirectory;
import dev.faultline.targets.live.ToxiproxyLinks;
import dev.faultline.targets.proxy.ProxyServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
        return expectation == Expectation.HOLDS ? 1 : 40;
    }

    @Override
    public Set<Capability> capabilities(Cluster cluster) {
        return ForeignProgram.of(cluster)
                .map(program -> RealNodes.foreign(program.command()))
                .orElseGet(() -> RealNodes.capabilities(server().isFrameAware()));
    }

    @Override
    public String lacks(Cluster cluster, Capability capability) {
        return RealNodes.lacks(cluster, capability);
    }

    @Override
    public Run run(RunPlan plan, List<Monitor> monitors, Trace trace) {
        String run = "run" + ProcessHandle.current().pid() + "-" + RUNS.incrementAndGet();
        try (TemporaryDirectory directory = TemporaryDirectory.named("faultline-" + run);
                ProxiedSite site = site(run, plan, trace, directory);
                ToxiproxyLinks links = links(plan.cluster())) {
            site.connect(links);
            return LiveRun.of(plan, site, links, monitors, trace);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private ToxiproxyLinks links(Cluster cluster) {
        boolean foreign = ForeignProgram.of(cluster).isPresent();
        return new ToxiproxyLinks(server(), server().isFrameAware() && !foreign);
    }

    private static ProxiedSite site(String run, RunPlan plan, Trace trace, TemporaryDirectory directory)
            throws IOException {
        List<NodeId> nodes = new ArrayList<>(plan.cluster().nodes().keySet());
        Path logs = trace.nodeLogs().orElse(directory.path());
        Optional<ForeignProgram> foreign = ForeignProgram.of(plan.cluster());
        if (foreign.isPresent()) {
            return new CommandSite(run, foreign.get(), nodes, directory.path(), logs);
        }
        ClassLoader loader = plan.cluster().roles().get(0).program().getClass().getClassLoader();
        return new ProcessSite(
                run,
                plan.cluster().roles(),
                nodes,
                plan.seed(),
                directory.path(),
                logs,
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
