package dev.faultline.targets.stdio;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.Disturbances;
import dev.faultline.harness.node.NodeId;
import dev.faultline.targets.live.Loop;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What happens to a message between two nodes: it may be cut off, late, lost or doubled. Used by the loop's thread. */
final class Network {
    private final Loop loop;
    private final RandomGenerator random;
    private final long longestDelay;
    private final Map<Link, Integer> cuts = new HashMap<>();
    private Disturbances disturbances = Disturbances.NONE;

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
        disturbances = disturbances.with(disturbance);
    }

    void calm(Disturbance disturbance) {
        disturbances = disturbances.without(disturbance);
    }

    /** Carries a message from a node to another, or to a service and back. */
    void carry(String from, String to, Runnable arrival) {
        if (isLost(from, to)) {
            return;
        }
        loop.at(loop.now() + delay(), () -> arriveUnlessCut(from, to, arrival));
        if (random.nextDouble() < disturbances.duplication()) {
            loop.at(loop.now() + delay(), () -> arriveUnlessCut(from, to, arrival));
        }
    }

    private boolean isLost(String from, String to) {
        return cuts.containsKey(new Link(from, to)) || random.nextDouble() < disturbances.loss();
    }

    private void arriveUnlessCut(String from, String to, Runnable arrival) {
        if (!cuts.containsKey(new Link(from, to))) {
            arrival.run();
        }
    }

    private long delay() {
        long longest = longestDelay + disturbances.longestDelay().toNanos();
        return longest == 0 ? 0 : random.nextLong(longest + 1);
    }
}
