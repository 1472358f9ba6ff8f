package dev.faultline.reference.mutex.tokenring;

import dev.faultline.harness.node.HolderState;
import dev.faultline.harness.node.NodeId;
import dev.faultline.reference.mutex.tokenring.TokenRingMessage.Serial;
import java.util.Set;

/**
 * What a member shows of itself.
 *
 * @param seen the newest token that it knows of
 * @param isHolder whether it has the token
 * @param isInside whether a client of its is inside
 * @param dead whom it skips
 */
record TokenRingState(Serial seen, boolean isHolder, boolean isInside, Set<NodeId> dead) implements HolderState {}
