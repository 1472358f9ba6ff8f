package dev.faultline.reference.election.bully;

import dev.faultline.harness.node.Timeout;

enum BullyTimeout implements Timeout {
    /** No heartbeat was heard for too long. */
    LEADER_SILENT,
    /** No node with a higher id has answered. */
    NOBODY_ALIVE,
    /** Nobody has won in the time in which those with higher ids should have settled it. */
    NO_VICTORY,
    /** The leader's next heartbeat is due. */
    HEARTBEAT
}
