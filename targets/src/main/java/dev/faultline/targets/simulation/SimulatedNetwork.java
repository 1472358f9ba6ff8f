package dev.faultline.targets.simulation;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.fault.Disturbances;
import dev.faultline.harness.scenario.Seeds;
import java.util.random.RandomGenerator;

/**
 * The links between nodes: who reaches whom, and how long a message takes. Every directed link draws from its own random
 * source, so that traffic on one does not change the fate of traffic on another.
 */
final class SimulatedNetwork {
    private static final long SHORTEST_DELAY = 1_000_000;
    private static final long DELAY_SPREAD = 4_000_000;
    private static final long LONGEST_COPY_DELAY = 400_000_000;

    private final int size;
    private final int[] cuts;
    private final RandomGenerator[] sources;
    private final long[] inOrderUntil;
    private Disturbances disturbances = Disturbances.NONE;
    private long extraDelay;
    private long shortestLatency;
    private long longestLatency;
    private double loss;
    private double duplication;

    SimulatedNetwork(int size, long seed) {
        this.size = size;
        this.cuts = new int[size * size];
        this.sources = new RandomGenerator[size * size];
        this.inOrderUntil = new long[size * size];
        for (int link = 0; link < sources.length; link++) {
            sources[link] = Seeds.random(seed, "link " + link / size + " " + link % size);
        }
    }

    void cut(int from, int to) {
        cuts[from * size + to]++;
    }

    void mend(int from, int to) {
        cuts[from * size + to]--;
    }

    boolean isCut(int from, int to) {
        return cuts[from * size + to] > 0;
    }

    void disturb(Disturbance disturbance) {
        sum(disturbances.with(disturbance));
    }

    void calm(Disturbance disturbance) {
        sum(disturbances.without(disturbance));
    }

    private void sum(Disturbances inForce) {
        disturbances = inForce;
        extraDelay = inForce.longestDelay().toNanos();
        shortestLatency = inForce.shortestLatency().toNanos();
        longestLatency = inForce.longestLatency().toNanos();
        loss = inForce.loss();
        duplication = inForce.duplication();
    }

    boolean loses(int from, int to) {
        return loss > 0 && from != to && source(from, to).nextDouble() < loss;
    }

    boolean duplicates(int from, int to) {
        return duplication > 0 && from != to && source(from, to).nextDouble() < duplication;
    }

    /** When a message that is sent on this link now arrives. */
    long arrival(int from, int to, long now) {
        RandomGenerator source = source(from, to);
        long due = now + SHORTEST_DELAY + source.nextLong(DELAY_SPREAD);
        if (from == to) {
            return due;
        }
        long extra = extraDelay == 0 ? 0 : source.nextLong(extraDelay);
        return inOrder(from * size + to, due) + extra;
    }

    /** Nothing overtakes what is late by latency, not even what is sent when that is over. */
    private long inOrder(int link, long due) {
        long late = due;
        if (longestLatency > 0) {
            late += shortestLatency + sources[link].nextLong(longestLatency - shortestLatency + 1);
            inOrderUntil[link] = Math.max(late, inOrderUntil[link]);
        }
        return Math.max(late, inOrderUntil[link]);
    }

    /** Nanoseconds by which a duplicate comes after its original would have been due. */
    long copyDelay(int from, int to) {
        return source(from, to).nextLong(LONGEST_COPY_DELAY);
    }

    private RandomGenerator source(int from, int to) {
        return sources[from * size + to];
    }
}
