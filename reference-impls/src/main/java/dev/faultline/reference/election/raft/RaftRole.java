package dev.faultline.reference.election.raft;

/** What a node does at the moment: the three roles of the paper's figure 4, and the thesis's step before standing. */
public enum RaftRole {
    /** Follows a leader, or waits for one. */
    FOLLOWER,
    /** Has not heard a leader and asks whether standing makes sense, without entering a new term (thesis, 9.6). */
    PRE_CANDIDATE,
    /** Stands for election in its term. */
    CANDIDATE,
    /** Was elected in its term. */
    LEADER
}
