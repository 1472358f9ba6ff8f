package dev.faultline.checkers.monitor;

import dev.faultline.checkers.history.Operation;

/** Contradictions between the reads and writes of a register, in words. */
final class ZoneWords {
    private ZoneWords() {}

    static Pattern unwritten(Clusters clusters, int read) {
        return Pattern.of("read of a value that nobody wrote", reader(clusters, read) + ", which nobody wrote.", read);
    }

    static Pattern early(Clusters clusters, int read, int write) {
        return Pattern.of(
                "read before the write",
                reader(clusters, read) + " before its write began (event "
                        + clusters.spans().operation(write).invocation().index() + ").",
                read,
                write);
    }

    /** The zone of one value lies in the forward zone of another, or both are forward and overlap. */
    static Pattern between(Zones zones, int holder, int other) {
        Clusters clusters = zones.clusters();
        String kept = clusters.isInitial(holder)
                ? "Nobody had written the register by event " + eventOfLast(zones, holder) + ", when "
                        + began(zones, holder)
                : "The " + value(clusters, holder) + " was there by event " + eventOfFirst(zones, holder) + ", when "
                        + returned(zones, holder) + ", and still at event " + eventOfLast(zones, holder) + ", when "
                        + began(zones, holder);
        String came = zones.isForward(other)
                ? "the " + value(clusters, other) + " was there by event " + eventOfFirst(zones, other) + ", when "
                        + returned(zones, other) + ", and still at event " + eventOfLast(zones, other) + ", when "
                        + began(zones, other)
                : "the " + value(clusters, other) + " came and went between event " + eventOfLast(zones, other)
                        + " and event " + eventOfFirst(zones, other);
        return Pattern.of(
                zones.isForward(other) ? "two values at once" : "a value inside the time of another",
                kept + ". But " + came + ". The register holds one value at a time.",
                clusters.writer(holder),
                clusters.writer(other),
                zones.firstBy(holder),
                zones.lastBy(holder),
                zones.firstBy(other),
                zones.lastBy(other));
    }

    private static String reader(Clusters clusters, int read) {
        Operation operation = clusters.spans().operation(read);
        return "Process " + operation.process() + " read " + operation.output() + " (event "
                + operation.completion().index() + ")";
    }

    private static String value(Clusters clusters, int cluster) {
        return "value " + clusters.spans().operation(clusters.writer(cluster)).input();
    }

    private static int eventOfFirst(Zones zones, int cluster) {
        return zones.clusters()
                .spans()
                .operation(zones.firstBy(cluster))
                .completion()
                .index();
    }

    private static int eventOfLast(Zones zones, int cluster) {
        return zones.clusters()
                .spans()
                .operation(zones.lastBy(cluster))
                .invocation()
                .index();
    }

    private static String returned(Zones zones, int cluster) {
        Operation first = zones.clusters().spans().operation(zones.firstBy(cluster));
        return "process " + first.process() + "'s " + first.f() + " of it returned";
    }

    private static String began(Zones zones, int cluster) {
        Operation last = zones.clusters().spans().operation(zones.lastBy(cluster));
        return "process " + last.process() + "'s " + last.f() + " of it began";
    }
}
