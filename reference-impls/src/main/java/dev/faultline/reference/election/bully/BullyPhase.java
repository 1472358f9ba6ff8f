package dev.faultline.reference.election.bully;

/** What a node does at the moment. */
public enum BullyPhase {
    /** Follows a leader, or listens for one. */
    FOLLOWING,
    /** Has called the nodes with higher ids and waits for a sign of life. */
    CALLING,
    /** Has been told that a node with a higher id is alive, and waits for somebody's victory. */
    WAITING,
    /** Has won. */
    LEADING
}
