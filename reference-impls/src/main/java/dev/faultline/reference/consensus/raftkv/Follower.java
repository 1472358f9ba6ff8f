package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;

/** What a leader knows of another server (figure 2, volatile state on leaders). */
final class Follower {
    final NodeId id;
    /** The next entry to send: unless it is probed, entries are sent before the earlier ones are acknowledged. */
    long nextIndex;
    /** How far its log is known to agree with the leader's. */
    long matchIndex;
    /** The latest round of heartbeats that it has answered. */
    long round;
    /** Whether it has answered since the leader last checked. */
    boolean hasAnswered;
    /** Whether the leader is looking for the place where the logs agree. */
    boolean isProbed;
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

    /**
     * Its log agrees with the leader's up to an index.
     *
     * @return whether that is news
     */
    boolean agreed(long index) {
        isProbed = false;
        nextIndex = Math.max(nextIndex, index + 1);
        boolean isNews = index > matchIndex;
        matchIndex = Math.max(matchIndex, index);
        return isNews;
    }

    /** Whether a refusal of what follows an index is about the latest message, and not about one that is out of date. */
    boolean isRefusedAt(long index) {
        return index > matchIndex && (!isProbed || index == nextIndex - 1);
    }

    /** From now on one message at a time, until the logs agree: or each of several refusals would be answered by several more. */
    void probeFrom(long index) {
        isProbed = true;
        nextIndex = Math.max(matchIndex + 1, index);
    }
}
