package dev.faultline.reference.consensus.raftkv;

import dev.faultline.harness.node.NodeId;
import java.util.Optional;

/**
 * What a server must not forget about elections (figure 2, persistent state).
 *
 * @param term the latest term it has seen
 * @param votedFor whom it voted for in that term
 */
public record Ballot(long term, Optional<NodeId> votedFor) {}
