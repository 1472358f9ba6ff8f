/**
 * Mutual exclusion without a coordinator (Ricart and Agrawala, "An optimal algorithm for mutual exclusion in computer
 * networks", Communications of the ACM 24(1), 1981).
 *
 * <p>A node that wants the resource stamps a {@code Request} with a number higher than any it has seen and sends it to every
 * other node. It enters when all of them have replied. A node that neither wants the resource nor is inside replies at once;
 * one that is inside replies when it leaves; one that waits itself replies at once to requests older than its own, and to
 * younger ones when it leaves. Equal numbers are ordered by the nodes' names. So 2(n−1) messages buy an entry, and one node
 * that does not reply stops everybody.
 *
 * <p>Two things go beyond the paper. First, nodes may crash and recover. Safety rests on one promise: after a node has
 * replied to a request, its own next request is younger. So the clock is durable before a reply or a request leaves. A node
 * that recovers has forgotten whom it owes a reply, and asks everybody to ask again ({@code Restarted}); a reply names the
 * request that it answers, so that one meant for a node's former life does not count. Second, a reply carries its sender's
 * clock (Lamport, "Time, clocks, and the ordering of events", 1978). In the paper a node whose clock lags may enter many
 * times before the clock has caught up with a waiting request; here it can overtake each request only once.
 *
 * <p>Whoever enters has the oldest request there is, and whoever asks later asks with a younger one: the timestamps of
 * successive holds rise, and serve as fencing tokens.
 *
 * <p>Checked: that holds never overlap under delay, partition, pause and restart; that nobody starves; and the weakness,
 * that the crash of any node stops everybody. Measured: messages per entry.
 */
package dev.faultline.reference.mutex.ricartagrawala;
