package dev.faultline.reference.mutex.ricartagrawala;

import dev.faultline.harness.node.HolderState;
import dev.faultline.harness.node.NodeId;
import java.util.Set;

/**
 * What a node shows of itself.
 *
 * @param clock the highest number that it has seen
 * @param isHolder whether a client of its is inside
 * @param missing whose replies its request still lacks
 * @param deferred who waits for its reply
 */
record RicartAgrawalaState(long clock, boolean isHolder, Set<NodeId> missing, Set<NodeId> deferred)
        implements HolderState {}
