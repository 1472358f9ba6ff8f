package dev.faultline.reference.election.raft;

import dev.faultline.harness.node.NodeId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The heartbeats of one leader in its term, and who has acknowledged them. */
final class Heartbeats {
    private final int majority;
    private final Map<NodeId, Long> acknowledged = new TreeMap<>();
    private long round;
    private long acknowledgedRound;
    private Duration quorumAt;

    /**
     * @param cluster how many nodes there are
     * @param now the leader's uptime; its election counts as the first contact with a majority
     */
    Heartbeats(int cluster, Duration now) {
        this.majority = cluster / 2 + 1;
        this.quorumAt = now;
    }

    long next() {
        return ++round;
    }

    void onAcknowledged(NodeId from, long itsRound, Duration now) {
        acknowledged.merge(from, itsRound, Math::max);
        long byMajority = latestOfMajority(acknowledged.values());
        if (byMajority > acknowledgedRound) {
            acknowledgedRound = byMajority;
            quorumAt = now;
        }
    }

    /** The latest round that a majority has acknowledged, 0 if there is none. */
    long acknowledgedRound() {
        return acknowledgedRound;
    }

    /** How long ago a majority acknowledged something new. */
    Duration silence(Duration now) {
        return now.minus(quorumAt);
    }

    /** The leader itself belongs to every majority. */
    private long latestOfMajority(Collection<Long> rounds) {
        if (majority == 1) {
            return round;
        }
        long[] ascending = rounds.stream().mapToLong(Long::longValue).sorted().toArray();
        int others = majority - 1;
        return ascending.length < others ? 0 : ascending[ascending.length - others];
    }
}
