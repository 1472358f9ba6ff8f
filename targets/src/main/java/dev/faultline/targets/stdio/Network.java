package dev.faultline.targets.stdio;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.live.Loop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What happens to a message between two nodes: it may be cut off, late, lost or doubled. Used by the loop's thread. */
final class Network {
    private final Loop loop;
    private final RandomGenerator random;
    private final long longestDelay;
    private final Map<Link, Integer> cuts = new HashMap<>();
    private final List<Disturbance> disturbances = new ArrayList<>();

    private record Link(String from, String to) {}

    /** @param longest the delay of a message is uniform up to this, so later ones may overtake it */
    Network(Loop loop, RandomGenerator random, Duration longest) {
        this.loop = loop;
        this.random = random;
        this.longestDelay = longest.toNanos();
    }

    void cut(NodeId from, NodeId to) {
        cuts.merge(new Link(from.name(), to.name()), 1, Integer::sum);
    }

    void mend(NodeId from, NodeId to) {
        cuts.computeIfPresent(new Link(from.name(), to.name()), (link, count) -> count == 1 ? null : count - 1);
    }

    void disturb(Disturbance disturbance) {
        disturbances.add(disturbance);
    }

    void calm(Disturbance disturbance) {
        disturbances.remove(disturbance);
    }

    /** Carries a message from a node to another, or to a service and back. */
    void carry(String from, String to, Runnable arrival) {
        if (isLost(from, to)) {
            return;
        }
        loop.at(loop.now() + delay(), () -> arriveUnlessCut(from, to, arrival));
        if (disturbances.stream().anyMatch(each -> random.nextDouble() < each.duplication())) {
            loop.at(loop.now() + delay(), () -> arriveUnlessCut(from, to, arrival));
        }
    }

    private boolean isLost(String from, String to) {
        return cuts.containsKey(new Link(from, to))
                || disturbances.stream().anyMatch(each -> random.nextDouble() < each.loss());
    }

    private void arriveUnlessCut(String from, String to, Runnable arrival) {
        if (!cuts.containsKey(new Link(from, to))) {
            arrival.run();
        }
    }

    private long delay() {
        long longest = longestDelay
                + disturbances.stream()
                        .mapToLong(each -> each.longestDelay().toNanos())
                        .sum();
        return longest == 0 ? 0 : random.nextLong(longest + 1);
    }
}
