package dev.faultline.checkers.monitor;

import java.util.Arrays;

/**
 * From the first completion to the last invocation of each cluster's operations: its zone (Gibbons and Korach, "Testing shared
 * memories", SIAM Journal on Computing 1997, section 4.1). It is <em>forward</em> when the completion is first: then the
 * register surely held the value all the time between. Otherwise it is <em>backward</em>: all operations of the cluster
 * overlap, and may take effect together at any instant of the zone.
 *
 * <p>Looks at the first events of the history only: completions after them are not known yet. O(n).
 */
final class Zones {
    private static final int NONE = -1;

    private final Clusters clusters;
    private final int[] first;
    private final int[] last;
    private final int[] firstBy;
    private final int[] lastBy;
    private final int[] firstRead;

    Zones(Clusters clusters, int events) {
        this.clusters = clusters;
        int size = clusters.size();
        first = new int[size];
        last = new int[size];
        firstBy = new int[size];
        lastBy = new int[size];
        firstRead = new int[size];
        Arrays.fill(first, Spans.NEVER);
        Arrays.fill(last, NONE);
        Arrays.fill(firstBy, NONE);
        Arrays.fill(lastBy, NONE);
        Arrays.fill(firstRead, NONE);
        addAll(events);
        for (int cluster = 0; cluster < size; cluster++) {
            if (clusters.isInitial(cluster)) {
                first[cluster] = NONE;
            }
        }
    }

    private void addAll(int events) {
        Spans spans = clusters.spans();
        for (int i = 0; i < spans.size() && spans.start(i) < events; i++) {
            int cluster = clusters.of(i);
            int end = spans.end(i) < events ? spans.end(i) : Spans.NEVER;
            if (cluster >= 0 && (end != Spans.NEVER || !clusters.isRead(i))) {
                add(cluster, i, spans.start(i), end);
            }
        }
    }

    private void add(int cluster, int operation, int start, int end) {
        if (clusters.isRead(operation)
                && (firstRead[cluster] == NONE || end < clusters.spans().end(firstRead[cluster]))) {
            firstRead[cluster] = operation;
        }
        if (end < first[cluster]) {
            first[cluster] = end;
            firstBy[cluster] = operation;
        }
        if (start > last[cluster]) {
            last[cluster] = start;
            lastBy[cluster] = operation;
        }
    }

    Clusters clusters() {
        return clusters;
    }

    /** The position of the first completion; -1 for nil, {@link Spans#NEVER} when there is none. */
    int first(int cluster) {
        return first[cluster];
    }

    /** The position of the last invocation, or -1. */
    int last(int cluster) {
        return last[cluster];
    }

    /** Whose completion is the first, or -1. */
    int firstBy(int cluster) {
        return firstBy[cluster];
    }

    /** Whose invocation is the last, or -1. */
    int lastBy(int cluster) {
        return lastBy[cluster];
    }

    /** The read that returned first, or -1. */
    int firstRead(int cluster) {
        return firstRead[cluster];
    }

    boolean isForward(int cluster) {
        return first[cluster] < last[cluster];
    }

    /** Whether anybody saw the value, or its write returned, so that it must have been there. */
    boolean matters(int cluster) {
        return firstRead[cluster] != NONE || (first[cluster] != Spans.NEVER && !clusters.isInitial(cluster));
    }
}
