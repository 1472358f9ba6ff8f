package dev.faultline.targets.stdio;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.Disturbances;
import dev.faultline.harness.node.NodeId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * What may become of a message between two nodes, or between a node and a service: it may be cut off, late, lost or doubled. Without a
 * delay messages keep their order. Used by the loop's thread.
 */
final class Network {
    private static final long LATEST_COPY = Duration.ofMillis(400).toNanos();

    private final RandomGenerator random;
    private final long latency;
    private final Map<Link, Integer> cuts = new HashMap<>();
    private Disturbances disturbances = Disturbances.NONE;

    private record Link(String from, String to) {}

    /** @param latency the delay of a message is uniform up to this, so later ones may overtake it */
    Network(RandomGenerator random, Duration latency) {
        this.random = random;
        this.latency = latency.toNanos();
    }

    void cut(NodeId from, NodeId to) {
        cuts.merge(new Link(from.name(), to.name()), 1, Integer::sum);
    }

    void mend(NodeId from, NodeId to) {
        cuts.computeIfPresent(new Link(from.name(), to.name()), (link, count) -> count == 1 ? null : count - 1);
    }

    boolean isCut(String from, String to) {
        return cuts.containsKey(new Link(from, to));
    }

    void disturb(Disturbance disturbance) {
        disturbances = disturbances.with(disturbance);
    }

    void calm(Disturbance disturbance) {
        disturbances = disturbances.without(disturbance);
    }

    /**
     * The delays, in nanoseconds, with which a message between nodes arrives: none when it is lost, two when it is doubled. The copy
     * is late.
     */
    List<Long> delays(String from, String to) {
        if (from.equals(to)) {
            return List.of(0L);
        }
        if (isCut(from, to) || isLost()) {
            return List.of();
        }
        boolean twice = random.nextDouble() < disturbances.duplication();
        return twice ? List.of(delay(), random.nextLong(LATEST_COPY)) : List.of(delay());
    }

    /**
     * The same for a message to or from a service. It is never doubled: a service that did something twice would not be what its
     * name says.
     */
    List<Long> delays() {
        return isLost() ? List.of() : List.of(delay());
    }

    private boolean isLost() {
        return random.nextDouble() < disturbances.loss();
    }

    private long delay() {
        long longest = latency + disturbances.longestDelay().toNanos();
        return longest == 0 ? 0 : random.nextLong(longest + 1);
    }
}
