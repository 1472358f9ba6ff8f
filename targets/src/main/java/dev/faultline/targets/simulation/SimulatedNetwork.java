package dev.faultline.targets.simulation;

import dev.faultline.harness.fault.Disturbance;
import dev.faultline.harness.scenario.Seeds;
import java.util.ArrayList;
import java.util.List;
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
    private final List<Disturbance> disturbances = new ArrayList<>();
    private long extraDelay;
    private double loss;
    private double duplication;

    SimulatedNetwork(int size, long seed) {
        this.size = size;
        this.cuts = new int[size * size];
        this.sources = new RandomGenerator[size * size];
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
        disturbances.add(disturbance);
        sum();
    }

    void calm(Disturbance disturbance) {
        disturbances.remove(disturbance);
        sum();
    }

    private void sum() {
        extraDelay = disturbances.stream()
                .mapToLong(each -> each.longestDelay().toNanos())
                .sum();
        loss = 1 - disturbances.stream().mapToDouble(each -> 1 - each.loss()).reduce(1, (a, b) -> a * b);
        duplication = 1
                - disturbances.stream()
                        .mapToDouble(each -> 1 - each.duplication())
                        .reduce(1, (a, b) -> a * b);
    }

    boolean loses(int from, int to) {
        return loss > 0 && from != to && source(from, to).nextDouble() < loss;
    }

    boolean duplicates(int from, int to) {
        return duplication > 0 && from != to && source(from, to).nextDouble() < duplication;
    }

    /** Nanoseconds that the next message on this link takes. */
    long delay(int from, int to) {
        RandomGenerator source = source(from, to);
        long delay = SHORTEST_DELAY + source.nextLong(DELAY_SPREAD);
        return extraDelay == 0 || from == to ? delay : delay + source.nextLong(extraDelay);
    }

    /** Nanoseconds by which a duplicate comes after its original would have been due. */
    long copyDelay(int from, int to) {
        return source(from, to).nextLong(LONGEST_COPY_DELAY);
    }

    private RandomGenerator source(int from, int to) {
        return sources[from * size + to];
    }
}
