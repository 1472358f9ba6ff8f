package dev.faultline.checkers.monitor;

import java.util.Arrays;
import java.util.Optional;

/**
 * Looks for a contradiction between zones of the same register: two forward zones that overlap, or a backward zone inside a
 * forward one. One pass over the positions, O(n).
 */
final class ZoneSweep {
    private static final int NONE = -1;

    private final Zones zones;
    private final Clusters clusters;
    private final int[] beginsAt;
    private final int[] held;

    ZoneSweep(Zones zones) {
        this.zones = zones;
        clusters = zones.clusters();
        beginsAt = new int[clusters.spans().events()];
        held = new int[clusters.registers()];
        Arrays.fill(held, NONE);
    }

    Optional<Pattern> contradiction() {
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            if (zones.matters(cluster)) {
                Optional<Pattern> unwritten = unwritten(cluster);
                if (unwritten.isPresent()) {
                    return unwritten;
                }
                begin(cluster);
            }
        }
        return sweep();
    }

    private void begin(int cluster) {
        if (clusters.isInitial(cluster)) {
            held[clusters.register(cluster)] = cluster;
        } else {
            beginsAt[Math.min(zones.first(cluster), zones.last(cluster))] = cluster + 1;
        }
    }

    private Optional<Pattern> unwritten(int cluster) {
        if (clusters.isInitial(cluster) || zones.firstRead(cluster) == NONE) {
            return Optional.empty();
        }
        int read = zones.firstRead(cluster);
        int writer = clusters.writer(cluster);
        if (writer == NONE) {
            return Optional.of(ZoneWords.unwritten(clusters, read));
        }
        return clusters.spans().end(read) < clusters.spans().start(writer)
                ? Optional.of(ZoneWords.early(clusters, read, writer))
                : Optional.empty();
    }

    private Optional<Pattern> sweep() {
        for (int begun : beginsAt) {
            if (begun == 0) {
                continue;
            }
            int cluster = begun - 1;
            int register = clusters.register(cluster);
            int holder = held[register];
            if (holder != NONE && zones.first(cluster) < zones.last(holder)) {
                return Optional.of(ZoneWords.between(zones, holder, cluster));
            }
            if (zones.isForward(cluster)) {
                held[register] = cluster;
            }
        }
        return Optional.empty();
    }
}
