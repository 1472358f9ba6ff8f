package dev.faultline.reference.mutex.centralized;

import dev.faultline.harness.node.HolderState;
import java.util.Collection;

/** What the nodes show of themselves. */
sealed interface CentralizedState {

    /**
     * The coordinator.
     *
     * @param turns who has the turn, per resource that somebody asked for
     */
    record Coordinator(Collection<Ledger.Ticket> turns) implements CentralizedState {}

    /**
     * A participant.
     *
     * @param number of its latest request
     * @param isHolder whether a client of its is inside
     */
    record Participant(long number, boolean isHolder) implements CentralizedState, HolderState {}
}
