package dev.faultline.checkers.monitor;

/**
 * An order of the reads and writes of registers whose zones do not contradict each other: cluster by cluster, forward ones
 * where they begin to be forward, backward ones where they begin; in a cluster the write, then the reads. O(n).
 */
final class RegisterWitness {
    private final Zones zones;
    private final Clusters clusters;
    private final Spans spans;
    private final int[] from;
    private final int[] members;
    private final int[] now;
    private final Timeline timeline;

    RegisterWitness(Zones zones) {
        this.zones = zones;
        clusters = zones.clusters();
        spans = clusters.spans();
        from = new int[clusters.size() + 1];
        members = new int[spans.size()];
        now = new int[clusters.registers()];
        timeline = new Timeline(spans.size(), spans.events());
        gather();
    }

    /** The members of each cluster, in the order of their invocations. */
    private void gather() {
        for (int i = 0; i < spans.size(); i++) {
            if (takesEffect(i)) {
                from[clusters.of(i) + 1]++;
            }
        }
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            from[cluster + 1] += from[cluster];
        }
        int[] next = from.clone();
        for (int i = 0; i < spans.size(); i++) {
            if (takesEffect(i)) {
                members[next[clusters.of(i)]++] = i;
            }
        }
    }

    private boolean takesEffect(int operation) {
        int cluster = clusters.of(operation);
        return cluster >= 0 && zones.matters(cluster);
    }

    /**
     * The operations in the order in which they take effect. Registers are independent, so any order that keeps those of each
     * is good (Herlihy and Wing, section 3.3).
     */
    int[] order() {
        int[] beginsAt = new int[spans.events()];
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            if (zones.matters(cluster) && clusters.isInitial(cluster)) {
                place(cluster);
            } else if (zones.matters(cluster)) {
                beginsAt[Math.min(zones.first(cluster), zones.last(cluster))] = cluster + 1;
            }
        }
        for (int begun : beginsAt) {
            if (begun > 0) {
                place(begun - 1);
            }
        }
        return timeline.order();
    }

    private void place(int cluster) {
        int writer = clusters.writer(cluster);
        if (writer >= 0) {
            place(cluster, writer);
        }
        for (int i = from[cluster]; i < from[cluster + 1]; i++) {
            if (members[i] != writer) {
                place(cluster, members[i]);
            }
        }
    }

    private void place(int cluster, int operation) {
        int register = clusters.register(cluster);
        now[register] = Math.max(now[register], spans.start(operation));
        timeline.place(now[register], operation);
    }
}
