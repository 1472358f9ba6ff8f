/**
 * Leader election by the bully algorithm (Garcia-Molina, "Elections in a distributed computing system", IEEE Transactions on
 * Computers C-31(1), 1982, section IV): {@link dev.faultline.reference.election.bully.Bully} is the entry.
 *
 * <p>Every node knows every id, and the highest live id is to lead. A node that boots, or that misses its leader's
 * heartbeats, calls all nodes with higher ids ({@code Election}). If none of them says {@code Alive} in time, it has won and
 * tells everybody ({@code Victory}); if one does, it waits for somebody's victory, and calls again when none comes. A node
 * that is called answers {@code Alive} and holds an election itself. A node that hears somebody below it lead takes over: it
 * bullies the leader out of office, healthy or not.
 *
 * <p>The paper assumes that messages arrive in bounded time and that a silent node is dead. This network promises neither, so
 * a lost message is made good by timeouts and by heartbeats, which repeat the victory; links that send again would only
 * deliver calls that nobody waits for any more. Timeouts are several times the round trip of the undisturbed network.
 *
 * <p>What is checked: {@code agreement-on-highest-id} on the nodes' answers once faults are over, under every fault. While
 * links are reliable and timely and nodes only crash, {@code one-leader-at-a-time} holds after every event; a partition
 * breaks it, for each side finds a leader: there are no terms and no majorities that would tell a stale leader. {@code
 * stability} is broken by every restart of the highest id, by design.
 */
package dev.faultline.reference.election.bully;
