package dev.faultline.harness.fault;

import dev.faultline.harness.node.NodeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The shapes in which a network can split. */
final class Partitions {
    private record Link(NodeId from, NodeId to) {}

    private Partitions() {}

    /** Two sides, a majority and the rest, that cannot reach each other. */
    static FaultAction halves() {
        return (injector, random) -> {
            List<NodeId> nodes = shuffled(injector.nodes(), random);
            int small = nodes.size() < 3 ? 1 : 1 + random.nextInt((nodes.size() - 1) / 2);
            return split("partition", injector, nodes.subList(0, small), nodes.subList(small, nodes.size()));
        };
    }

    /** Some nodes on one side, everybody else on the other. */
    static FaultAction isolate(Nodes isolated) {
        return (injector, random) -> {
            List<NodeId> inside = isolated.choose(injector, random);
            List<NodeId> outside = new ArrayList<>(injector.nodes());
            outside.removeAll(inside);
            return split("partition", injector, inside, outside);
        };
    }

    /** Some nodes no longer hear the others, or are no longer heard, but not both. */
    static FaultAction oneWay(Nodes muted) {
        return (injector, random) -> {
            List<NodeId> inside = muted.choose(injector, random);
            List<NodeId> outside = new ArrayList<>(injector.nodes());
            outside.removeAll(inside);
            boolean deaf = random.nextBoolean();
            Set<Link> links = deaf ? links(outside, inside) : links(inside, outside);
            return cut("one-way-partition", injector, List.of(inside, outside), links);
        };
    }

    /** Two sides that only meet in one node. */
    static FaultAction bridge() {
        return (injector, random) -> {
            List<NodeId> nodes = shuffled(injector.nodes(), random);
            int half = nodes.size() / 2;
            List<NodeId> left = nodes.subList(1, 1 + half);
            return split("bridge", injector, left, nodes.subList(Math.min(1 + half, nodes.size()), nodes.size()));
        };
    }

    /** Two sides, or a node and the rest: the same, however often it strikes, while the same nodes are up. */
    static FaultAction steady(RandomGenerator planning) {
        FaultAction shape = planning.nextBoolean() ? halves() : isolate(Nodes.one());
        long sides = planning.nextLong();
        return (injector, random) -> shape.strike(injector, new SplittableRandom(sides));
    }

    private static Strike split(String f, FaultInjector injector, List<NodeId> left, List<NodeId> right) {
        Set<Link> links = links(left, right);
        links.addAll(links(right, left));
        return cut(f, injector, List.of(left, right), links);
    }

    private static Set<Link> links(List<NodeId> from, List<NodeId> to) {
        Set<Link> links = new LinkedHashSet<>();
        from.forEach(sender -> to.forEach(receiver -> links.add(new Link(sender, receiver))));
        return links;
    }

    private static Strike cut(String f, FaultInjector injector, List<List<NodeId>> sides, Set<Link> links) {
        links.forEach(link -> injector.cut(link.from(), link.to()));
        List<List<String>> value = links.isEmpty()
                ? List.of()
                : sides.stream().map(Partitions::sorted).toList();
        return new Strike(f, value, "healed", () -> links.forEach(link -> injector.mend(link.from(), link.to())));
    }

    private static List<String> sorted(List<NodeId> side) {
        return Outages.names(side.stream().sorted().toList());
    }

    private static List<NodeId> shuffled(List<NodeId> nodes, RandomGenerator random) {
        List<NodeId> shuffled = new ArrayList<>(nodes);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }
}
