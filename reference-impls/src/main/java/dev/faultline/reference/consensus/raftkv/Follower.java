package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;

/** What a leader knows of another server (figure 2, volatile state on leaders). */
final class Follower {
    final NodeId id;
    /** The next entry to send: entries are sent before the earlier ones are acknowledged. */
    long nextIndex;
    /** How far its log is known to agree with the leader's. */
    long matchIndex;
    /** The latest round of heartbeats that it has answered. */
    long round;
    /** Whether it has answered since the leader last checked. */
    boolean hasAnswered;
    /** Whether it is a member, or still learning. */
    boolean isVoter;

    Follower(NodeId id, long nextIndex) {
        this.id = id;
        this.nextIndex = nextIndex;
    }

    void answered(long itsRound) {
        hasAnswered = true;
        round = Math.max(round, itsRound);
    }

    /** Its log agrees with the leader's up to an index; tells whether that is news. */
    boolean matches(long index) {
        if (index <= matchIndex) {
            return false;
        }
        matchIndex = index;
        nextIndex = Math.max(nextIndex, index + 1);
        return true;
    }
}
