package dev.faultline.reference.election.raft;

import dev.faultline.harness.node.Timeout;

enum RaftTimeout implements Timeout {
    /** No leader was heard, or no election was won. */
    ELECTION,
    /** The leader's next heartbeat is due. */
    HEARTBEAT
}
