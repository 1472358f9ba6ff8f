package dev.faultline.harness.fault;

import dev.faultline.harness.node.NodeId;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/** What can happen to a node and to its machine. */
final class Outages {
    private static final int MOST_EFFECTS = 12;

    private Outages() {}

    static FaultAction crash(Nodes nodes) {
        return (injector, random) -> {
            List<NodeId> hit = nodes.choose(injector, random);
            hit.forEach(node -> kill(node, injector, random, 0));
            return new Strike("crash", names(hit), null, () -> {});
        };
    }

    /** @param torn whether some unsynced writes may survive */
    static FaultAction restart(Nodes nodes, boolean torn) {
        return (injector, random) -> {
            List<NodeId> hit = nodes.choose(injector, random);
            hit.forEach(node -> kill(node, injector, random, torn ? random.nextDouble() : 0));
            return new Strike("restart", names(hit), "restarted", () -> hit.forEach(injector::start));
        };
    }

    /** Half of the crashes fall between two effects of a handler. */
    private static void kill(NodeId node, FaultInjector injector, RandomGenerator random, double kept) {
        int afterEffects = random.nextBoolean() ? 0 : 1 + random.nextInt(MOST_EFFECTS);
        injector.crash(node, afterEffects, kept);
    }

    static FaultAction pause(Nodes nodes) {
        return reversible(nodes, "pause", "resumed", FaultInjector::pause, FaultInjector::resume);
    }

    static FaultAction skew(Nodes nodes, Duration offset, double rate) {
        return reversible(
                nodes,
                "skew",
                "unskewed",
                (injector, node) -> injector.skew(node, offset, rate),
                (injector, node) -> injector.skew(node, Duration.ZERO, 1));
    }

    static FaultAction disconnect(Nodes nodes) {
        return reversible(
                nodes,
                "disconnect",
                "disconnect-over",
                (injector, node) -> injector.machines().disconnect(node),
                (injector, node) -> injector.machines().connect(node));
    }

    static FaultAction limitCpu(Nodes nodes, double share) {
        return reversible(
                nodes,
                "cpu-limit",
                "cpu-limit-over",
                (injector, node) -> injector.machines().limitCpu(node, share),
                (injector, node) -> injector.machines().freeCpu(node));
    }

    static FaultAction limitMemory(Nodes nodes) {
        return reversible(
                nodes,
                "restart",
                "restarted",
                (injector, node) -> injector.machines().limitMemory(node),
                FaultInjector::start);
    }

    private static FaultAction reversible(
            Nodes nodes,
            String f,
            String endF,
            BiConsumer<FaultInjector, NodeId> begin,
            BiConsumer<FaultInjector, NodeId> end) {
        return (injector, random) -> {
            List<NodeId> hit = nodes.choose(injector, random);
            hit.forEach(node -> begin.accept(injector, node));
            return new Strike(f, names(hit), endF, () -> hit.forEach(node -> end.accept(injector, node)));
        };
    }

    static List<String> names(List<NodeId> nodes) {
        return nodes.stream().map(NodeId::name).toList();
    }
}
