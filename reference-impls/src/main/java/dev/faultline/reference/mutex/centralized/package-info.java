/**
 * Mutual exclusion by a coordinator with a queue, the simplest of the distributed locks (Tanenbaum and van Steen,
 * <i>Distributed Systems</i>, section 6.3, "A centralized algorithm").
 *
 * <p>A participant that wants a resource sends the coordinator a {@code Request}. The coordinator puts it at the end of the
 * resource's queue; whoever is at its head has the turn and is sent a {@code Grant}. Leaving, the participant sends {@code
 * Free}, and the next in the queue has its turn: three messages per entry, and each of them touches the coordinator.
 *
 * <p>Processes may crash and recover, and the textbook is silent about that. Here the coordinator writes what changes its
 * queues to its log before it acts upon it, so that its successor knows who has the turn. The successor then asks everybody
 * to say again what they said to the dead one ({@code Recovered}), because the last words may be lost. Participants number
 * their requests, and the number survives them: a participant that comes back gives back whatever its predecessor had or
 * waited for, and a message about an older request ends no newer one. A participant serves one client at a time.
 *
 * <p>The place of a request in the order of arrival is also its fencing token: turns follow that order, so tokens rise.
 *
 * <p>Checked: that holds never overlap, whatever happens to whom; that turns follow the order of requests, as far as the
 * network keeps it; and the two weaknesses, that everything stops with the coordinator, and with a holder that never comes
 * back. Measured: messages per entry, and the coordinator's share of them.
 */
package dev.faultline.reference.mutex.centralized;
